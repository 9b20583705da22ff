-- The timeline of one kind of event.
from timeline where what like 'AGREE%' limit 100
