using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ShopBot.LoadTest.Journeys;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;

namespace ShopBot.LoadTest.Running;

/// <summary>Everything a measurement needs, each in a process of its own: both platforms, the database, the cache, the hosts. Stores are installed through the hosts' own pages.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string VerifyToken = "load-verify";
    private const string ApiKey = "load-api-key";
    private const string ApiSecret = "shpss_load_secret";
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(60);
    private readonly LoadOptions _options;
    private readonly List<Child> _hosts = [];
    private readonly List<int> _ports = [];
    private readonly TempFolder _folder = new();

    private World(LoadOptions options) => _options = options;

    public IReadOnlyList<Child> Hosts => _hosts;
    public Child WhatsApp { get; private set; } = null!;
    public Child Shopify { get; private set; } = null!;
    public PostgresServer? Postgres { get; private set; }
    public RedisServer? Redis { get; private set; }
    public HttpClient Emulator { get; private set; } = null!;

    /// <summary>Between the hosts and Shopify, so that Shopify can be made slow, angry or absent.</summary>
    public Gate ShopifyGate { get; private set; } = null!;

    /// <summary>Between one host and the database, so that the network can be split. Null with SQLite.</summary>
    public Line? Line { get; private set; }

    public IReadOnlyList<Conversation> Conversations { get; private set; } = [];
    public string Folder => _folder.Path;
    public string Database => _folder.File("shop.db");

    public static async Task<World> BuildAsync(LoadOptions options, Action<string> progress)
    {
        var world = new World(options);
        try
        {
            progress("Starting the platforms");
            await world.StartPlatformsAsync();
            progress("Starting storage and hosts");
            await world.StartStorageAsync();
            for (var i = 0; i < options.Hosts; i++)
                world._hosts.Add(Child.Run($"host {i + 1}", Programs.Host, [], world.SettingsOf(i), world.Folder));
            await Task.WhenAll(Enumerable.Range(0, options.Hosts).Select(world.WaitForHealthAsync));
            progress($"Installing {options.Stores} stores");
            await world.InstallAsync();
            progress($"Handing out {options.Stores * options.Customers / 2} phones");
            await world.AddPeopleAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a killed host again and waits until it answers.</summary>
    public async Task StartAgainAsync(int host)
    {
        if (_hosts[host].HasExited)
            _hosts[host].StartAgain();
        await WaitForHealthAsync(host);
    }

    public async Task WaitForHealthAsync(int host)
    {
        using var client = Http.NewClient();
        await TestSupport.Waiting.Eventually.HoldsAsync(
            $"{_hosts[host].Name} answers /health",
            async () =>
            {
                if (_hosts[host].HasExited)
                    throw new InvalidOperationException($"{_hosts[host].Name} ended.\n{_hosts[host].Output}");
                try
                {
                    using var answer = await client.GetAsync(new Uri(UrlOf(host), "health"));
                    return answer.IsSuccessStatusCode;
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    return false;
                }
            },
            HealthPatience,
            CancellationToken.None);
    }

    public Uri UrlOf(int host) => new($"http://127.0.0.1:{_ports[host]}/");

    public string ProbeFile(int host) => _folder.File($"probe-{host}.json");

    public async Task FaultAsync(object rule)
    {
        using var answer = await Emulator.PostAsJsonAsync("_control/faults", rule);
        answer.EnsureSuccessStatusCode();
    }

    public async Task ClearFaultsAsync()
    {
        using var answer = await Emulator.DeleteAsync("_control/faults");
        answer.EnsureSuccessStatusCode();
        if (_options.GraphMilliseconds > 0)
            await FaultAsync(new { play = "hang", milliseconds = _options.GraphMilliseconds, times = int.MaxValue });
    }

    /// <summary>Makes the number of a store known to the platform.</summary>
    public async Task AddNumberAsync(int store, Uri webhook)
    {
        using var added = await Emulator.PostAsJsonAsync("_control/numbers", new
        {
            phoneNumberId = Shelf.PhoneNumberId(store),
            wabaId = Shelf.WabaId(store),
            displayPhoneNumber = $"+4930{5_000_000 + store}",
            verifiedName = $"Shop {Shelf.Mark(store)}",
            accessToken = Shelf.Token(store),
            appId = $"{7_000_000 + AppOf(store)}",
            appSecret = AppSecret(AppOf(store)),
            verifyToken = VerifyToken,
            webhookUrl = webhook.AbsoluteUri,
            messagesPerSecond = 1_000_000,
        });
        added.EnsureSuccessStatusCode();
    }

    /// <summary>The owner of a store, at the first host.</summary>
    public StoreOwner OwnerOf(int store) => new(UrlOf(0), new StoreAccount
    {
        Domain = Shelf.Domain(store),
        PhoneNumberId = Shelf.PhoneNumberId(store),
        WabaId = Shelf.WabaId(store),
        AccessToken = Shelf.Token(store),
        AppSecret = AppSecret(AppOf(store)),
        VerifyToken = VerifyToken,
        WelcomeMessage = Shelf.Welcome(store),
    });

    public async Task SwitchAsync(object switches)
    {
        using var answer = await Emulator.PostAsJsonAsync("_control/switches", switches);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        Emulator?.Dispose();
        if (WhatsApp is not null)
            await WhatsApp.DisposeAsync();
        if (Shopify is not null)
            await Shopify.DisposeAsync();
        if (ShopifyGate is not null)
            await ShopifyGate.DisposeAsync();
        if (Line is not null)
            await Line.DisposeAsync();
        if (Redis is not null)
            await Redis.DisposeAsync();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartPlatformsAsync()
    {
        WhatsApp = Child.Run("WhatsApp emulator", Programs.WhatsApp, ["--port", "0", "--unlimited", "--batch-ms", Text(_options.BatchMilliseconds)]);
        var shops = new List<string>();
        for (var store = 0; store < _options.Stores; store++)
        {
            var file = _folder.File($"catalogue-{store}.json");
            Shelf.Write(file, store);
            shops.AddRange(["--shop", $"{Shelf.Domain(store)}={file}"]);
        }

        Shopify = Child.Run("Shopify emulator", Programs.Shopify, ["--port", "0", "--api-key", ApiKey, "--api-secret", ApiSecret, .. Redirects(), .. shops]);
        var whatsApp = AddressIn(await WhatsApp.WaitForLineAsync("Open the phones"));
        Emulator = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 }) { BaseAddress = whatsApp, Timeout = TimeSpan.FromMinutes(5) };
        var shopify = AddressIn(await Shopify.WaitForLineAsync("Shopify emulator:"));
        await Shopify.WaitForLineAsync("Press Ctrl+C");
        ShopifyGate = await Gate.StartAsync(shopify);
    }

    // The ports are chosen before the hosts run, since Shopify must know where they will be.
    private List<string> Redirects()
    {
        for (var i = 0; i < _options.Hosts; i++)
            _ports.Add(FreePort.Next());
        return [.. _ports.SelectMany(port => new[] { "--redirect-uri", $"http://127.0.0.1:{port}/shopify/callback" })];
    }

    private async Task StartStorageAsync()
    {
        if (_options.UsesPostgres)
        {
            Postgres = await PostgresServer.StartAsync(ownOnly: true, settings: "-c fsync=on -c full_page_writes=on -c synchronous_commit=on");
            Line = Line.Before(Postgres.Port);
        }

        if (_options.UsesRedis)
            Redis = await RedisServer.StartAsync();
    }

    private Dictionary<string, string> SettingsOf(int host)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = UrlOf(host).AbsoluteUri.TrimEnd('/'),
            ["ShopBot__Demo"] = "false",
            ["ShopBot__PublicUrl"] = UrlOf(0).AbsoluteUri,
            ["ShopBot__Outbox__ReconcileAfter"] = _options.Faults.Count > 0 ? "00:00:06" : "00:00:10",
            ["ShopBot__MaxCommitGroup"] = Text(_options.Group),
            ["ShopBot__Storage"] = _options.UsesPostgres ? "Postgres" : "Sqlite",
            ["ConnectionStrings__ShopBot"] = $"Data Source={Database}",
            ["WhatsApp__BaseUrl"] = Emulator.BaseAddress!.AbsoluteUri,
            ["Shopify__BaseUrl"] = ShopifyGate.Url.AbsoluteUri + "{shop}",
            ["Shopify__ApiKey"] = ApiKey,
            ["Shopify__ApiSecret"] = ApiSecret,
        };
        if (_options.HasProbe)
        {
            settings["DOTNET_STARTUP_HOOKS"] = Programs.Probe;
            settings["SHOPBOT_PROBE_FILE"] = ProbeFile(host);
        }

        // What the heap holds can be told after a full collection only.
        if (_options.Faults.Count > 0)
            settings["SHOPBOT_PROBE_COLLECT"] = "15";
        if (Postgres is not null)
        {
            // The last host reaches the database over the line that can be cut; the others directly.
            var port = host > 0 && host == _options.Hosts - 1 ? Line!.Port : Postgres.Port;
            settings["ConnectionStrings__ShopBot"] = $"Host=127.0.0.1;Port={Text(port)};Username=shopbot_test;Database=postgres";
        }

        if (Redis is not null)
            settings["ConnectionStrings__Redis"] = Redis.ConnectionString;
        return settings;
    }

    private async Task InstallAsync()
    {
        for (var store = 0; store < _options.Stores; store++)
            await AddNumberAsync(store, new Uri(UrlOf(AppOf(store) % _options.Hosts), "whatsapp/webhook"));

        await Parallel.ForAsync(0, _options.Stores, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (store, cancellationToken) =>
        {
            using var owner = OwnerOf(store);
            await owner.ConnectAsync(cancellationToken);
        });
        await ClearFaultsAsync();
    }

    // A number that no installed store has gets an app of its own.
    private int AppOf(int store) => store < _options.Stores ? store % Math.Max(1, Math.Max(_options.Apps, _options.Hosts)) : 1_000 + store;

    /// <summary>Each person writes to two stores, so that a conversation at one must never show at the other.</summary>
    private async Task AddPeopleAsync()
    {
        var phones = new string[Math.Max(1, _options.Customers / 2) * _options.Stores];
        await Parallel.ForAsync(0, phones.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellationToken) =>
        {
            using var answer = await Emulator.PostAsJsonAsync("_control/phones", new { name = $"P{i}", waId = Text(491_550_000_000L + i), userId = $"DE.{Text(20_000_000_000_000L + i)}" }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            phones[i] = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
        });
        var conversations = new List<Conversation>();
        for (var i = 0; i < phones.Length; i++)
        {
            conversations.Add(new Conversation(i % _options.Stores, phones[i], _options.Seed + (2 * i)));
            if (_options.Stores > 1)
                conversations.Add(new Conversation((i + 1) % _options.Stores, phones[i], _options.Seed + (2 * i) + 1));
        }

        new Random(_options.Seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(conversations));
        Conversations = conversations;
    }

    private static string AppSecret(int app) => $"load-app-secret-{app}";

    private static Uri AddressIn(string line) => new(new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]), "/");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
