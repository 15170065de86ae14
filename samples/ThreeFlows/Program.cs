using ThreeFlows;
using WhatsApp.Client.AspNetCore;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
builder.Services.AddWhatsAppWebhooks<Webhooks>();
builder.Services.AddShopBotSqlite(options => options.ConnectionString = "Data Source=three-flows.db");
builder.Services.AddSingleton<IPriceList, Shelf>();
builder.Services.AddSingleton<ICalendar, OpeningHours>();
builder.Services.AddShopBot()
    .AddFlow<MiniShopFlow>()
    .AddFlow<AppointmentFlow>()
    .AddFlow<SurveyFlow>();

var app = builder.Build();
app.MapWhatsAppWebhook("/whatsapp/webhook");
app.Run();
