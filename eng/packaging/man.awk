# Converts docs/command-line.md to a man page. Its input has links replaced by their text, and code marked by the characters 2 and 3.

function text(s) {
  gsub(/\\/, "\\e", s)
  gsub(/-/, "\\-", s)
  gsub(/\002/, "\\fB", s)
  gsub(/\003/, "\\fR", s)
  gsub(/&lt;/, "<", s)
  gsub(/&gt;/, ">", s)
  return s
}

# A line that starts with a dot or a quote would be a request.
function put(s) {
  if (s ~ /^[.']/) s = "\\&" s
  print s
}

function cells(line,   n, i) {
  gsub(/\\\|/, "\001", line)
  sub(/^\| */, "", line); sub(/ *\|$/, "", line)
  n = split(line, cell, / *\| */)
  for (i = 1; i <= n; i++) gsub(/\001/, "|", cell[i])
  return n
}

NR == 1 {
  printf ".TH DXJOBS\\-EXPORTER 1 \"%s\" \"dxjobs\\-exporter %s\" \"User Commands\"\n", date, version
  print ".SH NAME\ndxjobs\\-exporter \\- Prometheus exporter for the jobs of AWS Data Exchange"
  print ".SH SYNOPSIS\n.B dxjobs\\-exporter\n[\\fICOMMAND\\fR] [\\fIFLAGS\\fR]\n.SH DESCRIPTION"
  next
}
/^<!--/ { next }
/^```/ {
  code = !code
  print code ? ".PP\n.nf\n.RS" : ".RE\n.fi"
  next
}
code { put(text($0)); next }
/^## / { print ".SH " toupper(text(substr($0, 4))); table = 0; next }
/^### / { print ".SS " text(substr($0, 5)); table = 0; next }
/^\|[ -]*-[-| :]*\|$/ { next }
/^\|/ {
  n = cells($0)
  if (!table) { table = 1; for (i = 1; i <= n; i++) head[i] = cell[i]; next }
  print ".TP"
  put(text(cell[1]))
  put(text(cell[n]))
  for (i = 2; i < n; i++) if (cell[i] != "") { print ".br"; put(toupper(substr(head[i], 1, 1)) substr(head[i], 2) ": " text(cell[i])) }
  next
}
/^$/ { if (!table) print ".PP"; table = 0; next }
{ put(text($0)) }
END {
  print ".SH FILES\n.TP\n.I /etc/dxjobs\\-exporter/dxjobs.yaml\nThe configuration that the service reads."
  print ".TP\n.I /etc/dxjobs\\-exporter/environment\nEnvironment variables of the service."
  print ".SH SEE ALSO\nhttps://github.com/dxjobs\\-exporter/dxjobs\\-exporter"
}
