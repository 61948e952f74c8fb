import { createServer, type Socket } from 'node:net';

export type ReceivedMail = { readonly from: string; readonly to: string[]; readonly data: string };

/** An SMTP server (RFC 5321, as much as a client needs) that keeps what it gets, for tests. */
export async function startSmtpSink() {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let refusing = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('220 sink\r\n');
    let buffered = '';
    let mail = { from: '', to: [] as string[] };
    let reading = false;
    const answer = (line: string): string => {
      const command = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (command === 'EHLO' || command === 'HELO') return '250 sink';
      if (command === 'MAIL') {
        mail = { from: address, to: [] };
        return '250 ok';
      }
      if (command === 'RCPT') {
        if (refusing) return '550 no such mailbox';
        mail.to.push(address);
        return '250 ok';
      }
      if (command === 'DATA') {
        reading = true;
        return '354 go on';
      }
      return command === 'QUIT' ? '221 bye' : '250 ok';
    };
    socket.on('data', (chunk) => {
      buffered += chunk.toString();
      for (;;) {
        const end = buffered.indexOf(reading ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = buffered.slice(0, end);
        buffered = buffered.slice(end + (reading ? 5 : 2));
        if (reading) {
          reading = false;
          received.push({ ...mail, data: part });
          socket.write('250 kept\r\n');
        } else socket.write(`${answer(part)}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (value: boolean) => {
      refusing = value;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
