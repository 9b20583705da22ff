SELECT count(*), bit_xor(hash(whole_row)) FROM $table AS whole_row
