using ReferenceHost.Demo;
using ReferenceHost.Endpoints;
using ReferenceHost.Settings;
using ShopBot.Shopping;

var builder = WebApplication.CreateBuilder(HostStart.Of(args));
builder.Logging.KeepSecretsOut();
await using var demo = await DemoPlatforms.StartIfWantedAsync(builder);
var settings = HostSettings.Read(builder.Configuration, builder.Environment);

builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
builder.Services.AddWhatsAppWebhooks<WhatsAppWebhooks>(o => settings.AddPlatformSecrets(o.PlatformAppSecrets));
builder.Services.AddShopifyClient(builder.Configuration.GetSection("Shopify"));
builder.Services.AddShopifyApp(builder.Configuration.GetSection("Shopify"));
builder.Services.AddShopifyInstall<ShopifyInstall>(o => o.PublicUrl = settings.PublicUrl);
builder.Services.AddShopifyWebhooks<ShopifyWebhooks>();
builder.Services.AddShopBotSqlite(o => o.ConnectionString = settings.ConnectionString);
builder.Services.AddShopBotRedis(settings.Redis);
builder.Services.AddSharedPairKeys(builder.Configuration);
builder.Services.AddShopBot(settings.Apply)
    .AddFlow<ShoppingFlow>()
    .AddShopifyShop(o => (o.PublicUrl, o.SubscribeTopics) = (settings.PublicUrl, builder.Configuration.GetValue("Shopify:SubscribeTopics", true)));
builder.Services.AddShopBotDashboard(o => o.PublicUrl = settings.PublicUrl);
builder.Services.AddKeyRingProtection(builder.Configuration);
demo?.AddServices(builder.Services);

var app = builder.Build();
app.MapWhatsAppWebhook("/whatsapp/webhook");
app.MapShopifyInstall("/shopify/install", "/shopify/callback");
app.MapShopifyWebhooks("/shopify/webhooks");
app.MapShopBotDashboard();
app.MapShopBotHealth();
app.MapHomePage(demo);
await app.RunAsync();

/// <summary>Public so that tests can start the host.</summary>
public partial class Program;
