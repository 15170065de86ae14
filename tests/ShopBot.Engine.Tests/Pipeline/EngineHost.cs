using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Tests.Pipeline;

/// <summary>
/// The engine as a host runs it: real SQLite in a file of its own, the real client against <see cref="GraphStub"/> over HTTP, a clock that stands still
/// until the test moves it.
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    public const string Secret = "app-secret-of-the-store";
    public const string AccessToken = "EAAG-token-of-the-store";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("shopbot-engine-").FullName;
    private IHost? _host;
    private int _lastMessage;

    private EngineHost(GraphStub graph) => Graph = graph;

    public GraphStub Graph { get; }

    /// <summary>The pace to one customer; none unless the test is about it, because the clock stands still.</summary>
    public TimeSpan PairInterval { get; init; }

    public FlowProbe Flow { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _host!.Services;

    public WhatsAppInbox Inbox => Services.GetRequiredService<WhatsAppInbox>();

    public string File => Path.Combine(_folder, "engine.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>More of the engine than the flow: handlers, publishers.</summary>
    public Action<ShopBotBuilder>? Extend { get; init; }

    public static async Task<EngineHost> StartAsync(
        Action<ShopBotOptions>? configure = null, TimeSpan pairInterval = default, Action<ShopBotBuilder>? extend = null)
    {
        var host = new EngineHost(await GraphStub.StartAsync(Token)) { PairInterval = pairInterval, Extend = extend };
        await host.StartHostAsync(configure);
        await host.AddStoreAsync("demo-shop.myshopify.com", "100");
        return host;
    }

    /// <summary>Stops the host and starts it again, at once or after a time in which it did not run.</summary>
    public async Task RestartAsync(TimeSpan later = default)
    {
        await StopHostAsync();
        Time.Advance(later);
        await StartHostAsync(null);
    }

    /// <summary>Installs a store and switches it on with a number of its own.</summary>
    public async Task AddStoreAsync(string shop, string number)
    {
        var registry = Services.GetRequiredService<StoreRegistry>();
        await registry.InstallAsync(new ShopInstallation(shop, shop, "EUR", new ShopifyCredentials { AccessToken = "shpat-" + number }), Token);
        var result = await Services.GetRequiredService<WhatsAppSetup>().ApplyAsync(
            shop,
            new WhatsAppSettings { Enabled = true, AccessToken = $"{AccessToken}-{number}", PhoneNumberId = number, BusinessAccountId = "9" + number, VerifyToken = "verify", AppSecret = Secret },
            Token);
        Assert.True(result.Saved, string.Join(' ', result.Faults.Select(fault => fault.Message)));
    }

    public Task<Store?> StoreAsync(string number = "100") => Services.GetRequiredService<StoreRegistry>().FindByPhoneNumberIdAsync(number, Token).AsTask();

    public Task SayAsync(string text, string from = "15550001111", string number = "100") => AcceptAsync(Message(text, from, number));

    /// <summary>A webhook's body with one text message.</summary>
    public string Message(string text, string from = "15550001111", string number = "100", string? id = null) => Envelope(number, $$$"""
        "contacts":[{"wa_id":"{{{from}}}","profile":{"name":"Ada"}}],
        "messages":[{"from":"{{{from}}}","id":"{{{id ?? $"wamid.in.{Interlocked.Increment(ref _lastMessage)}"}}}","timestamp":"{{{Unix()}}}","type":"text","text":{"body":{{{JsonSerializer.Serialize(text)}}}}}]
        """);

    /// <summary>A webhook's body with one status of a message that was sent.</summary>
    public string Status(SentMessage sent, string status, bool echoed = true) => Envelope(sent.Number, $$"""
        "statuses":[{"id":"{{sent.MessageId}}","status":"{{status}}","timestamp":"{{Unix()}}","recipient_id":"{{sent.To}}"{{(echoed ? $",\"biz_opaque_callback_data\":\"{sent.CallbackData}\"" : "")}}}]
        """);

    /// <summary>A webhook's body with one message of a person who is known by a user id, by a phone number, or by both.</summary>
    public string MessageOf(string text, string? userId, string? phone, string number = "100", string? content = null)
    {
        content ??= $$"""
            "type":"text","text":{"body":{{JsonSerializer.Serialize(text)}}}
            """;
        return Envelope(number, $$$"""
            "contacts":[{{{{Member("wa_id", phone)}}}{{{Member("user_id", userId)}}}"profile":{"name":"Ada"}}],
            "messages":[{{{{Member("from", phone)}}}{{{Member("from_user_id", userId)}}}"id":"wamid.in.{{{Interlocked.Increment(ref _lastMessage)}}}","timestamp":"{{{Unix()}}}",{{{content}}}}]
            """);

        static string Member(string name, string? value) => value is null ? "" : $"\"{name}\":\"{value}\",";
    }

    /// <summary>What the host does with a verified webhook.</summary>
    public async Task AcceptAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var addresses = new List<InboxAddress>();
        foreach (var occurred in WebhookReader.Read(bytes))
            addresses.Add(new InboxAddress(occurred, await StoreAsync(occurred.PhoneNumberId!.Value.Value)));
        await Inbox.AcceptAsync(addresses, Token);
    }

    /// <summary>Waits for something that happens outside the test, with the clock standing still or moving by steps.</summary>
    public async Task UntilAsync(Func<bool> happened, TimeSpan step = default)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
                Assert.Fail($"It did not happen within {Patience.TotalSeconds} s. Outbox: {string.Join(", ", Outbox())}. Sent: {string.Join(", ", Graph.Texts)}.");
            if (step > TimeSpan.Zero)
                Time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), Token);
        }
    }

    /// <summary>Waits until this many texts arrived at the platform.</summary>
    public Task UntilSentAsync(int count, TimeSpan step = default) => UntilAsync(() => Graph.Sent.Count >= count, step);

    /// <summary>Waits until every message has had its turn and every reply is closed.</summary>
    public Task UntilIdleAsync(TimeSpan step = default) =>
        UntilAsync(() => Number("SELECT COUNT(*) FROM inbox JOIN lanes USING (store_id, channel, customer_id) WHERE inbox.state = 0 AND seq >= head_seq") == 0 && Number("SELECT COUNT(*) FROM outbox WHERE state < 3") == 0, step);

    /// <summary>Moves the clock by small steps, so that everything due on the way happens, without expecting anything.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }
    }

    public IReadOnlyList<OutboxLine> Outbox() => Query(
        "SELECT state, attempt, maybe_duplicate, delivery, error_code FROM outbox ORDER BY position",
        row => new OutboxLine(row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2), (DeliveryStatus)row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4)));

    public long Number(string sql) => Query(sql, row => row.GetInt64(0))[0];

    public string Text(string sql) => Query(sql, row => row.GetString(0))[0];

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHostAsync(Action<ShopBotOptions>? configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(Flow);
        builder.Services.AddWhatsAppClient(o =>
        {
            o.BaseUrl = Graph.Url;
            o.Pacing.PairInterval = PairInterval;
            o.Pacing.MessagesPerSecond = 10_000;
        });
        builder.Services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={File}");
        var bot = builder.Services.AddShopBot(o =>
        {
            o.ReadReceipts = ReadReceipts.Never;
            configure?.Invoke(o);
        }).AddFlow<CountingFlow>();
        Extend?.Invoke(bot);
        _host = builder.Build();
        await _host.StartAsync(Token);
    }

    private async Task StopHostAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _host = null;
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private string Unix() => Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Envelope(string number, string members) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"9{{{number}}}","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550000000","phone_number_id":"{{{number}}}"},{{{members}}}}}]}]}
        """;
}

/// <summary>A row of the outbox. States: 0 pending, 1 sending, 2 unknown, 3 sent, 4 rejected, 5 uncertain.</summary>
internal sealed record OutboxLine(int State, int Attempt, bool MaybeDuplicate, DeliveryStatus Delivery, int? ErrorCode);
