using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Tests.Promises;

/// <summary>Hosts of one engine over one storage, before one platform, under one clock.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IPromiseStorage _storage;
    private readonly List<IHost> _hosts = [];
    private readonly List<IHost> _killed = [];
    private int _lastMessage;

    private Cluster(IPromiseStorage storage, GraphStub graph) => (_storage, Graph) = (storage, graph);

    public GraphStub Graph { get; }

    public FlowProbe Flow { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public IConversationReader Reader => _hosts[0].Services.GetRequiredService<IConversationReader>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Cluster> StartAsync(IPromiseStorage storage)
    {
        var cluster = new Cluster(storage, await GraphStub.StartAsync(Token));
        for (var i = 0; i < storage.Hosts; i++)
            await cluster.StartHostAsync();
        await cluster.AddStoreAsync("demo-shop.myshopify.com", "100");
        return cluster;
    }

    public WhatsAppInbox Inbox(int host) => _hosts[host % _hosts.Count].Services.GetRequiredService<WhatsAppInbox>();

    public Task<Store?> StoreAsync(string number = "100") =>
        _hosts[0].Services.GetRequiredService<StoreRegistry>().FindByPhoneNumberIdAsync(number, Token).AsTask();

    public async Task AddStoreAsync(string shop, string number) => Assert.True(await TryAddStoreAsync(shop, number));

    public async Task<bool> TryAddStoreAsync(string shop, string number)
    {
        var services = _hosts[0].Services;
        await services.GetRequiredService<StoreRegistry>().InstallAsync(
            new ShopInstallation(shop, shop, "EUR", new ShopifyCredentials { AccessToken = "shpat-" + number }), Token);
        var result = await services.GetRequiredService<WhatsAppSetup>().ApplyAsync(
            shop,
            new WhatsAppSettings
            {
                Enabled = true, AccessToken = $"{EngineHost.AccessToken}-{number}", PhoneNumberId = number, BusinessAccountId = "9" + number, VerifyToken = "verify", AppSecret = EngineHost.Secret,
            },
            Token);
        return result.Saved;
    }

    /// <summary>The first host is gone without a word: nothing of it is ended, its leases stay. Where only one host may be, another takes its place.</summary>
    public async Task KillFirstAsync()
    {
        var dead = _hosts[0];
        _hosts.RemoveAt(0);
        _killed.Add(dead);
        if (_storage.NeedsRestart)
        {
            await dead.StopAsync(new CancellationToken(canceled: true));
            dead.Dispose();
            _killed.Remove(dead);
        }

        if (_hosts.Count == 0)
            await StartHostAsync();
    }

    public Task SayAsync(string text, string from = "15550001111", string number = "100", int host = 0) => AcceptAsync(Message(text, from, number), host);

    public string Message(string text, string from = "15550001111", string number = "100") => Envelope(number, $$$"""
        "contacts":[{"wa_id":"{{{from}}}","profile":{"name":"Ada"}}],
        "messages":[{"from":"{{{from}}}","id":"wamid.in.{{{Interlocked.Increment(ref _lastMessage)}}}","timestamp":"{{{Unix()}}}","type":"text","text":{"body":{{{JsonSerializer.Serialize(text)}}}}}]
        """);

    public string Status(SentMessage sent, string status) => Envelope(sent.Number, $$"""
        "statuses":[{"id":"{{sent.MessageId}}","status":"{{status}}","timestamp":"{{Unix()}}","recipient_id":"{{sent.To}}","biz_opaque_callback_data":"{{sent.CallbackData}}"}]
        """);

    public async Task AcceptAsync(string body, int host = 0)
    {
        var addresses = new List<InboxAddress>();
        foreach (var occurred in WebhookReader.Read(Encoding.UTF8.GetBytes(body)))
            addresses.Add(new InboxAddress(occurred, await StoreAsync(occurred.PhoneNumberId!.Value.Value)));
        await Inbox(host).AcceptAsync(addresses, Token);
    }

    public async Task UntilAsync(Func<bool> happened, TimeSpan step = default)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                Assert.Fail($"It did not happen within {Patience.TotalSeconds} s. Sent: {string.Join(", ", Graph.Texts)}.");
            if (step > TimeSpan.Zero)
                Time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), Token);
        }
    }

    /// <summary>Waits until nothing waits for its turn and no message is on its way.</summary>
    public async Task UntilIdleAsync()
    {
        var store = (await StoreAsync())!.Id;
        while (true)
        {
            var lanes = await Reader.ListLanesAsync(store, new LaneFilter(), null, 100, Token);
            var busy = lanes.Any(lane => lane.Waiting > 0);
            foreach (var lane in lanes)
                busy |= (await Reader.ReadHistoryAsync(lane.Lane, null, 100, Token)).OfType<OutboundEntry>().Any(sent => sent.State < SendState.Sent);
            if (!busy)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Concat(_killed))
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }

        await Graph.DisposeAsync();
        await _storage.DisposeAsync();
    }

    private async Task StartHostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(Flow);
        builder.Services.AddWhatsAppClient(o =>
        {
            o.BaseUrl = Graph.Url;
            o.Pacing.PairInterval = TimeSpan.Zero;
            o.Pacing.MessagesPerSecond = 10_000;
        });
        _storage.AddTo(builder.Services);
        builder.Services.AddShopBot(o => o.ReadReceipts = ReadReceipts.Never).AddFlow<CountingFlow>();
        var host = builder.Build();
        await host.StartAsync(Token);
        _hosts.Add(host);
    }

    private string Unix() => Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Envelope(string number, string members) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"9{{{number}}}","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550000000","phone_number_id":"{{{number}}}"},{{{members}}}}}]}]}
        """;
}
