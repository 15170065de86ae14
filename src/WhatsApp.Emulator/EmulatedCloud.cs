using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>Everything that exists on one emulated platform, shared by the API, the webhooks and the phones.</summary>
internal sealed partial class EmulatedCloud : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EmulatedNumber> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedApp> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedWaba> _wabas = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _adding = new();
    private volatile EmulatedNumber[] _numberList = [];

    public EmulatedCloud(WhatsAppEmulatorOptions options)
    {
        Options = options;
        Time = new EmulatorClock(options.TimeProvider);
        Work = new BackgroundWork(_stop.Token);
        StatusDelay = new DelayLine(Time, options.StatusDelay, _stop.Token);
        Journal = new EmulatorJournal(options);
        Sender = new WebhookSender(this);
        Webhooks = new EmulatedWebhooks(Sender);
        Media = new MediaStore(Time, options.MediaMaxBytes);
        Links = new MediaLinks(this);
        Traffic = new TrafficLog(Journal, Feed);
        StatusRuns = new StatusRun(this);
        Access = new AccessBook(this);
        People = new PeopleBook(this);
        History = new HistoryLimit(options.HistoryCapacity);
    }

    public WhatsAppEmulatorOptions Options { get; }
    public EmulatorClock Time { get; }
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1/");
    public BackgroundWork Work { get; }

    /// <summary>What each step of a message waits for.</summary>
    public DelayLine StatusDelay { get; }
    public EmulatorJournal Journal { get; }
    public LiveFeed Feed { get; } = new();
    public FollowFeed Followers { get; } = new();
    public TrafficLog Traffic { get; }
    public FaultScript Faults { get; } = new();
    public StatusSwitches Statuses { get; } = new();
    public WebhookSender Sender { get; }
    public EmulatedWebhooks Webhooks { get; }
    public MediaStore Media { get; }
    public MediaLinks Links { get; }
    public StatusRun StatusRuns { get; }
    public AccessBook Access { get; }
    public PeopleBook People { get; }
    public HistoryLimit History { get; }

    /// <summary>Templates, flows and groups by id.</summary>
    public ConcurrentDictionary<string, object> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Sign-up codes not exchanged yet.</summary>
    public ConcurrentDictionary<string, SignupCode> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Uploads under way, by id.</summary>
    public ConcurrentDictionary<string, ResumableUpload.Upload> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>The MIME types of finished uploads, by handle.</summary>
    public ConcurrentDictionary<string, string> Handles { get; } = new(StringComparer.Ordinal);

    /// <summary>Contact books by portfolio.</summary>
    public ConcurrentDictionary<string, ContactBook> ContactBooks { get; } = new(StringComparer.Ordinal);

    public CancellationToken Stopping => _stop.Token;
    public IReadOnlyList<EmulatedNumber> Numbers => _numberList;
    public IReadOnlyList<EmulatedPhone> Phones => People.All;
    public IReadOnlyList<EmulatedWaba> Wabas => [.. _wabas.Values.OrderBy(waba => waba.Id, StringComparer.Ordinal)];

    public EmulatedNumber? Number(string id) => _numbers.GetValueOrDefault(id);
    public EmulatedWaba? Waba(string id) => _wabas.GetValueOrDefault(id);
    public EmulatedApp? App(string id) => _apps.GetValueOrDefault(id);
    public EmulatedPhone? PhoneById(string id) => People.ById(id);
    public Portfolio? Portfolio(string id) => Wabas.Where(waba => PortfolioOf(waba).Id == id).Select(PortfolioOf).FirstOrDefault();
    public Portfolio PortfolioOf(EmulatedWaba waba) => new(waba.PortfolioId.Length == 0 ? WhatsApp.Emulator.Portfolio.First : waba.PortfolioId, [.. Wabas.Where(other => other.PortfolioId == waba.PortfolioId)]);

    public EmulatedNumber AddNumber(EmulatedNumberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MessagesPerSecond, 1, nameof(options));
        if (!Digits().IsMatch(RecipientIds.DigitsOf(options.DisplayPhoneNumber)))
            throw new ArgumentException("A display phone number has 7 to 15 digits.", nameof(options));
        var version = WebhookStyle.Parse(options.WebhookVersion);
        lock (_adding)
        {
            if (_numbers.ContainsKey(options.PhoneNumberId) || _wabas.ContainsKey(options.PhoneNumberId))
                throw new ArgumentException($"Id {options.PhoneNumberId} is taken.", nameof(options));
            if (_numbers.ContainsKey(options.WabaId))
                throw new ArgumentException($"Id {options.WabaId} is taken by a number.", nameof(options));

            var app = GetOrAddApp(options.AppId, options.AppSecret);
            if (options.WebhookUrl is { } url)
                app.Callback = new WebhookCallback(url, options.VerifyToken ?? "");
            if (version != app.PayloadVersion)
                app.WebhookVersion = options.WebhookVersion;

            var waba = _wabas.GetOrAdd(options.WabaId, id => new EmulatedWaba(this, id, options.PortfolioId));
            if (options.IsSubscribed)
                waba.Subscribe(app, overriding: null);

            var number = new EmulatedNumber(this, options, app, waba);
            _numbers[number.PhoneNumberId] = number;
            _numberList = [.. _numberList, number];
            Access.Add(number);
            return number;
        }
    }

    public EmulatedApp GetOrAddApp(string id, string secret)
    {
        var app = _apps.GetOrAdd(id, static (key, given) => new EmulatedApp(key, given), secret);
        return app.Secret == secret ? app : throw new ArgumentException($"App {id} is known with another secret.", nameof(secret));
    }

    public static void RequireWaId(string waId)
    {
        if (!Digits().IsMatch(waId))
            throw new ArgumentException("A phone number here is 7 to 15 digits without a plus sign.", nameof(waId));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Work.DrainAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        Sender.Dispose();
        _stop.Dispose();
    }

    [GeneratedRegex(@"^\d{7,15}$")]
    private static partial Regex Digits();
}
