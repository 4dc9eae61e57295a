"""wawla publishes a series: it reads, checks, renders and publishes accounts, think pieces and tools."""
