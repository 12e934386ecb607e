#- qr-code
curl -X GET http://localhost:3030/whatsapp/admin/qr-code \
  -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- is-authenticated
curl -X GET http://localhost:3030/whatsapp/is-authenticated \
  -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- send
curl -X POST http://localhost:3030/whatsapp/send \
  -H "Authorization: Bearer YOUR_ADMIN_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{
    "phone": "5511999999999",
    "message": "Hello from API!"
  }'
#- reconnect
curl -X POST http://localhost:3030/whatsapp/reconnect \
  -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- status
curl http://localhost:3030/whatsapp/status -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- connection-status
curl http://localhost:3030/whatsapp/connection-status -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- qr
curl http://localhost:3030/whatsapp/qr -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
#- disconnect
curl -X POST http://localhost:3030/whatsapp/disconnect -H "Authorization: Bearer YOUR_ADMIN_TOKEN"
