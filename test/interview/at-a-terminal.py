"""Runs a program at a pseudo-terminal and answers it by rules. Reads one JSON object from standard input:
argv, env, cwd, prompt (a pattern: something is asked), until (seconds), together (standard output at the terminal too),
replies: a list of [pattern, text to type, how often at most (-1: always)]; `#label` types the number of a row.
Writes one JSON object: screen (all that was drawn and typed), out (standard output), code."""
import fcntl, json, os, pty, re, select, struct, subprocess, sys, termios, time

task = json.load(sys.stdin)
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', task.get('rows', 40), task.get('columns', 100), 0, 0))

def own_terminal():
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

child = subprocess.Popen(task['argv'], stdin=slave, stdout=slave if task.get('together') else subprocess.PIPE, stderr=slave, cwd=task.get('cwd'),
                         env={**os.environ, **task.get('env', {})}, preexec_fn=own_terminal)
os.close(slave)
screen, since, out = b'', b'', b''
replies = [[re.compile(p, re.S), text, most] for p, text, most in task['replies']]
end = time.time() + task.get('until', 60)
quiet = 0
streams = [master] + ([child.stdout.fileno()] if child.stdout else [])
while time.time() < end and streams:
    ready, _, _ = select.select(streams, [], [], 0.03)
    for stream in ready:
        try:
            data = os.read(stream, 65536)
        except OSError:
            data = b''
        if not data:
            streams.remove(stream)
        elif stream == master:
            screen += data
            since += data
            quiet = 0
        else:
            out += data
    if ready:
        continue
    quiet += 1
    # What was drawn before the cursor came back belongs to a question that is answered already.
    text = since.decode('utf8', 'replace').rpartition('\x1b[?25h')[2]
    if quiet < 2 or not re.search(task['prompt'], text, re.S):
        continue
    for reply in replies:
        if reply[2] != 0 and reply[0].search(text):
            reply[2] -= 1
            since = b''
            row = re.search(r'(\d+)\. ' + re.escape(reply[1][1:]), text) if reply[1].startswith('#') else None
            os.write(master, (row.group(1) + '\n' if row else reply[1]).encode())
            break
    else:
        child.kill()
        screen += b'\n[no reply for this]\n'
        break
try:
    code = child.wait(timeout=5)
except subprocess.TimeoutExpired:
    child.kill()
    code = None
json.dump({'screen': screen.decode('utf8', 'replace'), 'out': out.decode('utf8', 'replace'), 'code': code}, sys.stdout)
