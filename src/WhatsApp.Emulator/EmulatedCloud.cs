using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>Everything that exists on one emulated platform, shared by the API, the webhooks and the phones.</summary>
internal sealed partial class EmulatedCloud : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EmulatedNumber> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedApp> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedWaba> _wabas = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedPhone> _byWaId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedPhone> _byUserId = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _adding = new();
    private volatile EmulatedNumber[] _numberList = [];
    private volatile EmulatedPhone[] _phoneList = [];

    public EmulatedCloud(WhatsAppEmulatorOptions options)
    {
        Options = options;
        Work = new BackgroundWork(_stop.Token);
        Journal = new EmulatorJournal(options);
        Sender = new WebhookSender(this);
        Webhooks = new EmulatedWebhooks(Sender);
        Media = new MediaStore(options.TimeProvider);
        StatusRuns = new StatusRun(this);
    }

    public WhatsAppEmulatorOptions Options { get; }
    public TimeProvider Time => Options.TimeProvider;
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1/");
    public BackgroundWork Work { get; }
    public EmulatorJournal Journal { get; }
    public FaultScript Faults { get; } = new();
    public StatusSwitches Statuses { get; } = new();
    public WebhookSender Sender { get; }
    public EmulatedWebhooks Webhooks { get; }
    public MediaStore Media { get; }
    public StatusRun StatusRuns { get; }
    public CancellationToken Stopping => _stop.Token;
    public IReadOnlyList<EmulatedNumber> Numbers => _numberList;
    public IReadOnlyList<EmulatedPhone> Phones => _phoneList;

    public EmulatedNumber? Number(string id) => _numbers.GetValueOrDefault(id);
    public EmulatedWaba? Waba(string id) => _wabas.GetValueOrDefault(id);
    public EmulatedApp? App(string id) => _apps.GetValueOrDefault(id);
    public EmulatedPhone? PhoneById(string id) => Array.Find(_phoneList, phone => phone.Id == id);
    public EmulatedPhone? PhoneByWaId(string digits) => _byWaId.GetValueOrDefault(digits);

    public EmulatedPhone? PhoneByUserId(EmulatedNumber number, string userId) =>
        number.PortfolioId.Length == 0
            ? _byUserId.GetValueOrDefault(userId)
            : Array.Find(_phoneList, phone => string.Equals(phone.UserIdFor(number), userId, StringComparison.Ordinal));

    public EmulatedNumber AddNumber(EmulatedNumberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MessagesPerSecond, 1, nameof(options));
        if (!Digits().IsMatch(RecipientIds.DigitsOf(options.DisplayPhoneNumber)))
            throw new ArgumentException("A display phone number has 7 to 15 digits.", nameof(options));
        lock (_adding)
        {
            if (_numbers.ContainsKey(options.PhoneNumberId) || _wabas.ContainsKey(options.PhoneNumberId))
                throw new ArgumentException($"Id {options.PhoneNumberId} is taken.", nameof(options));
            if (_numbers.ContainsKey(options.WabaId))
                throw new ArgumentException($"Id {options.WabaId} is taken by a number.", nameof(options));

            var app = _apps.GetOrAdd(options.AppId, id => new EmulatedApp(id, options.AppSecret));
            if (app.Secret != options.AppSecret)
                throw new ArgumentException($"App {options.AppId} is known with another secret.", nameof(options));
            if (options.WebhookUrl is { } url)
                app.Callback = new WebhookCallback(url, options.VerifyToken ?? "");

            var waba = _wabas.GetOrAdd(options.WabaId, id => new EmulatedWaba(id));
            if (options.IsSubscribed)
                waba.Subscribe(app, overriding: null);

            var number = new EmulatedNumber(this, options, app, waba);
            _numbers[number.PhoneNumberId] = number;
            _numberList = [.. _numberList, number];
            return number;
        }
    }

    public EmulatedPhone AddPhone(string name, string? waId, string? userId, string? username)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (waId is null && userId is null)
            throw new ArgumentException("A person has a phone number, a user id, or both.", nameof(waId));
        if (waId is not null && !Digits().IsMatch(waId))
            throw new ArgumentException("A phone number here is 7 to 15 digits without a plus sign.", nameof(waId));
        if (userId is not null && !RecipientIds.IsUserId(userId))
            throw new ArgumentException("A user id looks like DE.48213377190552.", nameof(userId));

        lock (_adding)
        {
            if ((waId is not null && _byWaId.ContainsKey(waId)) || (userId is not null && _byUserId.ContainsKey(userId)))
                throw new ArgumentException("Another person has this phone number or user id.", nameof(waId));

            var phone = new EmulatedPhone(this, $"p{_phoneList.Length + 1}", name, waId, userId, username);
            if (waId is not null)
                _byWaId[waId] = phone;
            if (userId is not null)
                _byUserId[userId] = phone;
            _phoneList = [.. _phoneList, phone];
            return phone;
        }
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
