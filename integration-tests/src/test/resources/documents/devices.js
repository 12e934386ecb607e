async function pollDeviceStatus(deviceId) {
  const interval = setInterval(async () => {
    const response = await fetch(`/api/devices/${deviceId}/status`);
    const status = await response.json();

    if (status.status === 'waiting_for_scan' && status.qrCode) {
      // Display QR code
      document.getElementById('qrImage').src = status.qrCode;
      document.getElementById('qrSection').style.display = 'block';
    } else if (status.status === 'connected') {
      // Clear QR, show success
      document.getElementById('qrSection').style.display = 'none';
      document.getElementById('successMessage').style.display = 'block';
      clearInterval(interval);
    }
  }, 3000); // Poll every 3 seconds
}
