-- Results in packed chunks, and where each is, by the hash of what makes it and of what it is made from.
create table if not exists chunks (
    chunk_no integer primary key,
    stamp text not null,
    packed blob not null
);

create table if not exists results (
    key blob primary key,
    chunk_no integer not null,
    position integer not null
) without rowid;

create temporary table if not exists wanted (key blob);
