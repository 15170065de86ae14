using ReferenceHost.Commanding;
using ReferenceHost.Demo;
using ReferenceHost.Endpoints;
using ReferenceHost.Settings;

if (await HealthCommand.RunIfAskedAsync(args) is { } healthy)
    return healthy;
var builder = WebApplication.CreateBuilder(HostStart.Of(args));
builder.Logging.KeepSecretsOut();
await using var demo = await DemoPlatforms.StartIfWantedAsync(builder);
await builder.AddStoredBotConfigAsync();
var settings = HostSettings.Read(builder.Configuration, builder.Environment);

builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
builder.Services.AddWhatsAppWebhooks<WhatsAppWebhooks>(o => settings.AddPlatformSecrets(o.PlatformAppSecrets));
builder.Services.AddShopifyClient(builder.Configuration.GetSection("Shopify"));
builder.Services.AddShopifyApp(builder.Configuration.GetSection("Shopify"));
builder.Services.AddShopifyInstall<ShopifyInstall>(o => o.PublicUrl = settings.PublicUrl);
builder.Services.AddShopifyWebhooks<ShopifyWebhooks>();
settings.AddStorage(builder.Services);
builder.Services.AddShopBotRedis(settings.Redis);
builder.Services.AddSharedPairKeys(builder.Configuration);
var bot = builder.Services.AddShopBot(settings.Apply)
    .AddShopping()
    .AddShopifyShop(settings.Apply);
builder.AddTelemetry();
bot.AddKeyRingProtection(builder.Configuration);
builder.Services.AddDashboard(settings.Apply);
demo?.AddServices(builder.Services);

var app = builder.Build();
if (await Commands.RunIfAskedAsync(args, app.Services) is { } exitCode)
    return exitCode;
app.MapWhatsAppWebhook("/whatsapp/webhook");
app.MapShopifyInstall("/shopify/install", "/shopify/callback");
app.MapShopifyWebhooks("/shopify/webhooks");
app.MapDashboard();
app.MapShopBotHealth();
app.MapMetrics();
app.MapHomePage(demo);
await app.RunAsync();
return 0;

/// <summary>Public so that tests can start the host.</summary>
public partial class Program;
