/** What a phone's camera reads to join a Wi-Fi network. `\\`, `;`, `,`, `:` and `"` are escaped, as readers expect. */
export function wifiText(network: string, password: string): string {
  const plain = (text: string) => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);
  return password === ''
    ? `WIFI:T:nopass;S:${plain(network)};;`
    : `WIFI:T:WPA;S:${plain(network)};P:${plain(password)};;`;
}
