socket.on('qr', (data) => {
  // data.qr berisi string QR code
  // data.sessionId berisi ID session
});

// Session siap
socket.on('ready', (data) => {
  // WhatsApp connected
});

// Session terputus
socket.on('disconnected', (data) => {
  // WhatsApp disconnected
});

// Error events
socket.on('auth_failure', (data) => {
  // Authentication failed
});

socket.on('qr_timeout', (data) => {
  // QR code generation timeout
});
