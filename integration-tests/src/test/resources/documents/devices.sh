#- start
curl -X POST http://localhost:3000/api/devices/customer1/start
#- status
curl http://localhost:3000/api/devices/customer1/status
#- extract
curl -s http://localhost:3000/api/devices/customer1/status | \
  jq -r '.qrCode' | \
  sed 's/data:image\/png;base64,//' | \
  base64 -d > qrcode.png
#- send
curl -X POST http://localhost:3000/api/devices/customer1/send \
  -H "Content-Type: application/json" \
  -d '{
    "to": "1234567890@s.whatsapp.net",
    "message": "Hello from WhatsApp API!"
  }'
#- all
curl http://localhost:3000/api/devices
#- remove
curl -X DELETE http://localhost:3000/api/devices/customer1
