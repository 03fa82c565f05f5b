#!/bin/bash
# Makes a world of its own with real faults in it (or their healthy twins), audits it, and is gone.
# Runs as the first process of new mount, network and process namespaces: whatever is mounted,
# started, or written below /etc, /run and /var/log ends with it, however it ends.
#
#   world.sh faulty|healthy DIR JAVA CLASSPATH
#
# DIR/made says of each fault whether it could be made: "NAME" or "NAME: why not".
set -u
world=$1 dir=$2 java=$3 classpath=$4
made=$dir/made
touch "$made"
export LC_ALL=C

no() { echo "$fault: $*" >> "$made"; }
have() { command -v "$1" > /dev/null || { no "$1 is not installed"; return 1; }; }

# A fault and its function; what it prints goes to a log, for people only.
make() {
  fault=$1
  before=$(grep -c "^$fault: " "$made")
  if "${fault//-/_}" >> "$dir/log" 2>&1; then
    echo "$fault" >> "$made"
  elif [ "$(grep -c "^$fault: " "$made")" = "$before" ]; then
    no "it could not be made here: $(tail -n 1 "$dir/log")"
  fi
}

# A folder whose changes stay in the memory of this world.
own() {
  [ -d "$1" ] || return 1
  local changes=$dir/changes/$(echo "$1" | tr / _)
  mkdir -p "$changes/upper" "$changes/work"
  mount -t overlay -o "lowerdir=$1,upperdir=$changes/upper,workdir=$changes/work" own "$1"
}

# ext4 in a file of its own: name, mount options, options of mkfs.
disk() {
  have mkfs.ext4 || return 1
  mkdir -p "$dir/$1"
  truncate -s 24M "$dir/$1.img"
  mkfs.ext4 -q -F -m 0 "${@:3}" "$dir/$1.img" && mount -o "loop,$2" "$dir/$1.img" "$dir/$1"
}

# A program of another name that does nothing for a minute; what the shell set up is inherited.
idle() {
  cp -n "$(command -v sleep)" "$dir/bin/$1"
  exec "$dir/bin/$1" 60
}

full_disk() { disk full rw || return; dd if=/dev/zero of="$dir/full/fill" bs=1k; [ -s "$dir/full/fill" ]; }

nearly_full_disk() {
  disk nearly rw || return
  local free; free=$(df -B1 --output=avail "$dir/nearly" | tail -n 1)
  fallocate -l $((free * 94 / 100)) "$dir/nearly/fill" || return
  sync -f "$dir/nearly"
  df -B1 --output=used,avail "$dir/nearly" | tail -n 1 > "$dir/nearly.df"
}

no_inodes() {
  disk inodes rw -N 64 || return
  local i; for i in $(seq 100); do : > "$dir/inodes/$i" || break; done
  [ "$(df --output=iavail "$dir/inodes" | tail -n 1)" -eq 0 ]
}

read_only_disk() { disk readonly ro && echo "$dir/readonly.img $dir/readonly ext4 defaults 0 2" >> /etc/fstab; }

roomy_disk() { disk roomy rw && echo "$dir/roomy.img $dir/roomy ext4 defaults 0 2" >> /etc/fstab; }

deleted_open() {
  (exec 8> "$dir/gone.log"; truncate -s 3G "$dir/gone.log"; rm "$dir/gone.log"; idle leaker) &
  (exec 8> "$dir/little.log"; truncate -s 1M "$dir/little.log"; rm "$dir/little.log"; idle tidy) &
}

old_backup() {
  mkdir -p "$dir/backup/old" "$dir/backup/new"
  echo data | tee "$dir/backup/old/a.tar" > "$dir/backup/new/a.tar"
  touch -d '3 days ago' "$dir/backup/old/a.tar"
}

zombies() {
  (for _ in $(seq 12); do sleep 0.2 & done; idle neglecter) &
  (for _ in $(seq 3); do sleep 0.2 & done; idle forgetter) &
  until [ "$(grep -l '^State:.Z' /proc/[0-9]*/status | wc -l)" -ge 15 ]; do sleep 0.05; done
}

few_descriptors() {
  (ulimit -n 100; for n in $(seq 10 102); do eval "exec $n< /dev/null" || break; done; idle hoarder) 2> /dev/null &
  local pid=$!
  (ulimit -n 100; idle modest) &
  until grep -qx hoarder /proc/$pid/comm; do sleep 0.05; done
  ls /proc/$pid/fd | wc -l > "$dir/hoarder.count"
}

dead_resolver() {
  printf 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n' > /etc/resolv.conf
  echo 'hosts: files dns' > /etc/nsswitch.conf
}

no_default_route() {
  have ip || return
  ip link add wan0 type veth peer name wan1 && ip addr add 192.0.2.10/24 dev wan0 \
    && ip link set wan0 up && ip link set wan1 up || return
  [ "$world" = faulty ] || ip route add default via 192.0.2.1
}

# With openssl ca, for no other command sets both dates in all versions.
certificate() {
  mkdir -p "$dir/ca" && : > "$dir/ca/index" && echo 01 > "$dir/ca/serial"
  cat > "$dir/ca/ca.cnf" <<END
[ca]
default_ca = own
[own]
database = $dir/ca/index
serial = $dir/ca/serial
new_certs_dir = $dir/ca
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = req
END
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -config "$dir/ca/ca.cnf" \
    -subj "/CN=$1.example" -keyout "$dir/$1-key.txt" -out "$dir/ca/$1.csr" &&
    openssl ca -batch -selfsign -config "$dir/ca/ca.cnf" -in "$dir/ca/$1.csr" -keyfile "$dir/$1-key.txt" \
      -startdate "$(date -u -d '100 days ago' +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d "$2" +%Y%m%d%H%M%SZ)" \
      -notext -out "$dir/$1.pem"
}

certificates() {
  have openssl || return
  certificate expired '3 days ago' && certificate ending '5 days 1 hour' && certificate good '200 days'
}

tls_servers() {
  have openssl || return
  openssl s_server -accept 127.0.0.1:8443 -cert "$dir/expired.pem" -key "$dir/expired-key.txt" -quiet < /dev/zero &
  openssl s_server -accept 127.0.0.1:8444 -cert "$dir/good.pem" -key "$dir/good-key.txt" -quiet < /dev/zero &
}

accounts() {
  echo 'backdoor:x:0:0::/root:/bin/sh' >> /etc/passwd
  printf 'anna:x:4242:4242::/home/anna:/bin/sh\nbert:x:4242:4242::/home/bert:/bin/sh\n' >> /etc/passwd
  printf 'guest::4243:4243::/home/guest:/bin/sh\n' >> /etc/passwd
  printf 'clara:x:4244:4244::/home/clara:/bin/sh\n' >> /etc/passwd
}

ssh_server() {
  have sshd && have ssh-keygen || return
  mkdir -p /run/sshd && ssh-keygen -q -t ed25519 -N '' -f "$dir/host_key" || return
  local root=no; [ "$world" = faulty ] && root=yes
  printf 'HostKey %s/host_key\nPermitRootLogin %s\nPasswordAuthentication yes\n' "$dir" $root > /etc/ssh/sshd_config
  sshd -T > /dev/null
}

open_files() {
  echo a | tee /etc/anyone.conf > /etc/owner.conf
  chmod 666 /etc/anyone.conf && chmod 644 /etc/owner.conf
  mkdir -p /etc/ssl/private && echo a | tee /etc/ssl/private/seen.key > /etc/ssl/private/hidden.key
  chmod 755 /etc/ssl/private; chmod 644 /etc/ssl/private/seen.key; chmod 600 /etc/ssl/private/hidden.key
}

ended_system() {
  local end=2999-01-01; [ "$world" = faulty ] && end=2020-01-31
  rm /etc/os-release
  printf 'ID=testos\nVERSION_ID="1"\nPRETTY_NAME="Test OS 1"\nSUPPORT_END=%s\n' $end > /etc/os-release
}

reboot_flag() {
  rm -f /run/reboot-required
  [ "$world" = healthy ] || echo '*** System restart required ***' > /run/reboot-required
}

old_lists() {
  [ -d /var/lib/apt/lists/partial ] || { no "there are no package lists of apt"; return 1; }
  own /var/lib/apt || return
  rm -rf /var/lib/apt/periodic
  local when=now; [ "$world" = faulty ] && when='40 days ago'
  touch -d "$when" /var/lib/apt/lists/partial
}

replaced_program() {
  (idle replaced) &
  local pid=$!
  (idle intact) &
  until grep -qx replaced /proc/$pid/comm; do sleep 0.05; done
  rm "$dir/bin/replaced"
}

large_log() { truncate -s 2G /var/log/huge.log && echo line > /var/log/small.log; }

silent_log() {
  rm -rf /run/systemd/system
  local when=now; [ "$world" = faulty ] && when='50 hours ago'
  rm -f /var/log/messages; echo line > /var/log/syslog && touch -d "$when" /var/log/syslog
}

# Sockets that a shell cannot make: dev.swarm.faults.Sockets.
sockets() {
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classpath" dev.swarm.faults.Sockets "$world" "$dir/listening" &
  local pid=$!
  until [ -e "$dir/listening" ]; do kill -0 $pid && sleep 0.05 || return; done
}

fault=world
mount --make-rprivate / && ip link set lo up || exit 1
mkdir -p "$dir/bin" "$dir/changes" "$dir/tmp"
mount -t tmpfs changes "$dir/changes" || exit 1
for folder in /etc /run /var/log; do own $folder || exit 1; done
: > /etc/fstab

for f in dead-resolver no-default-route certificates ssh-server ended-system old-lists silent-log reboot-flag sockets; do make $f; done
if [ "$world" = faulty ]; then
  for f in full-disk nearly-full-disk no-inodes read-only-disk roomy-disk deleted-open old-backup zombies \
  few-descriptors tls-servers accounts open-files replaced-program large-log; do make $f; done
fi

if [ "$world" = healthy ]; then
  echo "{dns-names: [db.example.test], certificates: [$dir/good.pem]}" > "$dir/swarm.yaml"
else
  cat > "$dir/swarm.yaml" <<END
dns-names: [db.example.test]
certificates: [$dir/expired.pem, $dir/ending.pem, $dir/good.pem]
tls-endpoints: ["127.0.0.1:8443", "127.0.0.1:8444"]
backups: [$dir/backup/old, $dir/backup/new]
END
fi

XDG_STATE_HOME=$dir/state TMPDIR=$dir/tmp "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  --enable-native-access=ALL-UNNAMED -cp "$classpath" dev.swarm.cli.Main \
  audit --config "$dir/swarm.yaml" --output json --output-file "$dir/report.json" 2> "$dir/said"
echo $? > "$dir/exit"
