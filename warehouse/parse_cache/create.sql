-- Parses in packed chunks, and where each paragraph's is, by the hash of model and text.
create table if not exists chunks (
    chunk_no integer primary key,
    stamp text not null,
    packed blob not null
);

create table if not exists paragraphs (
    key blob primary key,
    chunk_no integer not null,
    position integer not null
) without rowid;

create temporary table if not exists wanted (key blob);
