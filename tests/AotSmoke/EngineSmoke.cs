using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Testing;
using WhatsApp.Client;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

namespace AotSmoke;

/// <summary>The engine on a database: a store is set up, a signed webhook goes into its inbox, a flow answers, the conversation remembers.</summary>
internal static class EngineSmoke
{
    private const string Shop = "smoke.myshopify.com";
    private const string AppSecret = "engine-secret";

    public static async Task RunOnSqliteAsync(PlatformStub platforms)
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-aot-engine-").FullName;
        try
        {
            await RunAsync(platforms, services => services.AddShopBotSqlite(options => options.ConnectionString = $"Data Source={folder}/smoke.db;Pooling=False"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task RunAsync(PlatformStub platforms, Action<IServiceCollection> addStorage)
    {
        await using (var app = Build(platforms, addStorage))
        {
            await app.StartAsync();
            await SetUpStoreAsync(app.Services);
            await PostAsync(app, 1);
            await ExpectAsync(platforms, "visit 1");
            await app.StopAsync();
        }

        await using (var app = Build(platforms, addStorage))
        {
            await app.StartAsync();
            await PostAsync(app, 2);
            await ExpectAsync(platforms, "visit 2");
            await app.StopAsync();
        }
    }

    private static WebApplication Build(PlatformStub platforms, Action<IServiceCollection> addStorage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsAppClient(options => options.BaseUrl = new Uri(platforms.Url));
        builder.Services.AddWhatsAppWebhooks<SmokeWebhooks>();
        addStorage(builder.Services);
        builder.Services.AddShopBot().AddFlow<SmokeFlow>();
        var app = builder.Build();
        app.MapWhatsAppWebhook("/whatsapp/webhook");
        return app;
    }

    private static async Task SetUpStoreAsync(IServiceProvider services)
    {
        await services.GetRequiredService<StoreRegistry>().InstallAsync(
            new ShopInstallation(Shop, "Smoke", "EUR", new ShopifyCredentials { AccessToken = "shopify-token" }));
        var result = await services.GetRequiredService<WhatsAppSetup>().ApplyAsync(Shop, new WhatsAppSettings
        {
            Enabled = true,
            AccessToken = "engine-token",
            PhoneNumberId = "800200",
            BusinessAccountId = "700100",
            VerifyToken = "smoke-verify",
            AppSecret = AppSecret,
        });
        Smoke.Check(result.Faults.Count == 0, "the store could not be set up");
    }

    private static async Task PostAsync(WebApplication app, int number)
    {
        var body = Encoding.UTF8.GetBytes($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"700100","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
             "metadata":{"display_phone_number":"4930555000","phone_number_id":"800200"},"contacts":[{"profile":{"name":"Mira K."},"wa_id":"4915550001111","user_id":"DE.48213377190552"}],
             "messages":[{"from":"4915550001111","from_user_id":"DE.48213377190552","id":"wamid.IN{{{number}}}=","timestamp":"{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}","type":"text","text":{"body":"Hello"}}]}}]}]}
            """);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.First()}/whatsapp/webhook") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, WebhookSignature.Sign(body, AppSecret));
        using var response = await http.SendAsync(request);
        Smoke.Check((int)response.StatusCode == 200, "the engine did not take the webhook");
    }

    private static async Task ExpectAsync(PlatformStub platforms, string text) =>
        Smoke.Check((await platforms.NextSendAsync()).Contains(text, StringComparison.Ordinal), $"the flow did not answer '{text}'");
}

/// <summary>Counts visits.</summary>
internal sealed class SmokeFlow() : Flow<SmokeState>("smoke", version: 1, SmokeJson.Default)
{
    protected override void Map(FlowMap<SmokeState> on)
    {
        on.Otherwise(turn =>
        {
            turn.State = new SmokeState { Visits = turn.State.Visits + 1 };
            return turn.Says($"This is visit {turn.State.Visits}.");
        });
        on.Says("order", turn => turn.Ask("size"));
        on.AskChoice<int>("size", "Which size?", [new("Small", 1), new("Large", 2)], (turn, size) => turn.Ask("name"));
        on.AskText("name", "Your name?", (turn, name) =>
        {
            turn.Reply(new ReplyButtonsMessage($"Well, {name}?", [turn.Button("Buy", new SmokeTap(name))]));
            return Task.CompletedTask;
        });
        on.Tap<SmokeTap>((turn, tap) => turn.Says($"Bought by {tap.Name}.")).WithSignature().Expires(TimeSpan.FromHours(1));
    }

    /// <summary>A chat with questions and a signed button, from a transcript.</summary>
    public static async Task ChatAsync()
    {
        const string chat = "> order\n< Which size?\n  [Small] [Large]\n> [Large]\n< Your name?\n> Mira\n< Well, Mira?\n  [Buy]\n> [Buy]\n< Bought by Mira.\n";
        Smoke.Check(await Transcript.PlayAsync(Bot.Of(new SmokeFlow()), chat) == chat, "the chat went another way");
    }
}

internal sealed record SmokeTap(string Name);

internal sealed class SmokeState
{
    public int Visits { get; init; }
}

[JsonSerializable(typeof(SmokeState))]
[JsonSerializable(typeof(SmokeTap))]
[JsonSerializable(typeof(int))]
internal sealed partial class SmokeJson : JsonSerializerContext;

internal sealed class SmokeWebhooks(WhatsAppInbox inbox) : IWhatsAppWebhookHandler
{
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) => inbox.IsVerifyTokenAsync(verifyToken, cancellationToken);

    public async ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken) =>
        await inbox.FindStoreAsync(change, cancellationToken) is { } store ? new WebhookRoute(inbox.SecretsOf(store), store) : WebhookRoute.Unknown;

    public async ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await inbox.AcceptAsync([.. delivery.Events.Select(routed => new InboxAddress(routed.Event, routed.Owner as Store))], cancellationToken);
}
