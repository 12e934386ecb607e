// Connect to WebSocket
const socket = io('http://localhost:3000');

// Join session room
socket.emit('join-session', 'my-session');

// Listen for events
socket.on('qr-code', (qrData) => {
  document.getElementById('qr-code').textContent = qrData.ascii;
});

socket.on('status-update', (statusData) => {
  console.log('Status:', statusData.status);
});

socket.on('status-update', (statusData) => {
  if (statusData.status === 'error') {
    console.error('Error:', statusData.error);
    // Handle error (show user, retry, etc.)
  }
});

socket.on('session-complete', (data) => {
  console.log('Session completed:', data.message);
  // Clean up your UI - socket will be disconnected automatically
  hideQRCode();
  showSuccessMessage();
});

socket.on('disconnect', (reason) => {
  if (reason === 'io server disconnect') {
    console.log('Disconnected by server - session complete');
  }
});

// Initialize session
fetch('/api/sessions/my-session/initialize-with-qr', {
  method: 'POST'
});
