#- health
curl http://localhost:3333/health
#- status
curl http://localhost:3333/api/status
#- init
curl -X POST http://localhost:3333/api/init
#- send
curl -X POST http://localhost:3333/api/send -H "Content-Type: application/json" -d '{"phone": "5511999999999", "message": "Hello"}'
#- disconnect
curl -X POST http://localhost:3333/api/disconnect
#- reset
curl -X POST http://localhost:3333/api/admin/whatsapp/reset-session
