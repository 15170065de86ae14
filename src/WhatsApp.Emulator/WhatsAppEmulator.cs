namespace WhatsApp.Emulator;

/// <summary>
/// A WhatsApp Cloud API of your own on a loopback port: business numbers, people with phones, signed webhooks and a phone page at
/// <c>/phone</c>. Safe for use from many threads.
/// </summary>
public sealed class WhatsAppEmulator : IAsyncDisposable
{
    private readonly EmulatedCloud _cloud;
    private readonly LoopbackServer? _server;
    private int _disposed;

    private WhatsAppEmulator(EmulatedCloud cloud, LoopbackServer? server) => (_cloud, _server) = (cloud, server);

    /// <summary>Where Graph calls go, for example <c>http://127.0.0.1:5081/</c>; the phone page is at <c>phone</c> below it.</summary>
    public Uri BaseUrl => _cloud.BaseUrl;

    /// <summary>Every API call with its answer and every webhook attempt with its result, bounded.</summary>
    public EmulatorJournal Journal => _cloud.Journal;

    /// <summary>Failures to play on coming sends.</summary>
    public FaultScript Faults => _cloud.Faults;

    /// <summary>Switches that make statuses as unruly as the real ones can be.</summary>
    public StatusSwitches Statuses => _cloud.Statuses;

    /// <summary>Batching, redelivery and hand-made webhooks.</summary>
    public EmulatedWebhooks Webhooks => _cloud.Webhooks;

    /// <summary>The platform's clock; travel in time with <see cref="EmulatorClock.Advance"/>.</summary>
    public EmulatorClock Clock => _cloud.Time;

    /// <summary>The business accounts of the numbers added so far.</summary>
    public IReadOnlyList<EmulatedWaba> Wabas => _cloud.Wabas;

    /// <summary>The groups there are.</summary>
    public IReadOnlyList<EmulatedGroup> Groups => [.. _cloud.Nodes.Values.OfType<EmulatedGroup>()];

    /// <summary>The business numbers added so far.</summary>
    public IReadOnlyList<EmulatedNumber> Numbers => _cloud.Numbers;

    /// <summary>The people added so far.</summary>
    public IReadOnlyList<EmulatedPhone> Phones => _cloud.Phones;

    /// <summary>Starts an emulator on 127.0.0.1.</summary>
    /// <param name="options">How it behaves; null means the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WhatsAppEmulator> StartAsync(WhatsAppEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var cloud = NewCloud(options);
        try
        {
            var server = await LoopbackServer.StartAsync(cloud, cancellationToken).ConfigureAwait(false);
            return new WhatsAppEmulator(cloud, server);
        }
        catch
        {
            await cloud.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>An emulator without a server of its own, for <c>MapWhatsAppEmulator</c> in a host.</summary>
    /// <param name="baseUrl">Where the host serves it; links to media start with it.</param>
    /// <param name="options">How it behaves; null means the defaults. The port is not used.</param>
    public static WhatsAppEmulator Create(Uri baseUrl, WhatsAppEmulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        var cloud = NewCloud(options);
        cloud.BaseUrl = baseUrl;
        return new WhatsAppEmulator(cloud, null);
    }

    /// <summary>Adds a business number, its account, app and token as an onboarded business would have them.</summary>
    /// <exception cref="ArgumentException">An id is taken, the app is known with another secret, or a value is out of range.</exception>
    public EmulatedNumber AddNumber(EmulatedNumberOptions options) => _cloud.AddNumber(options);

    /// <summary>
    /// Adds a person. Give a phone number only, a phone number and a business-scoped user id, or a user id only (a person who hides the number).
    /// A person with a username hides the number until the business has written to that number within the last 30 days.
    /// </summary>
    /// <param name="name">The profile name businesses see.</param>
    /// <param name="waId">The phone number, digits only, or null.</param>
    /// <param name="userId">The business-scoped user id, for example <c>DE.48213377190552</c>, or null.</param>
    /// <param name="username">The username, or null.</param>
    /// <exception cref="ArgumentException">Neither number nor user id is given, one is malformed, or one is taken.</exception>
    public EmulatedPhone AddPhone(string name, string? waId, string? userId, string? username = null) =>
        _cloud.People.Add(name, waId, userId, username);

    /// <summary>A template of an account.</summary>
    /// <returns>Null when the account has none with this name and language.</returns>
    public EmulatedTemplate? FindTemplate(string wabaId, string name, string language) => _cloud.Waba(wabaId)?.Templates.Find(name, language);

    /// <summary>Adds a template that is approved already.</summary>
    /// <param name="wabaId">The account.</param>
    /// <param name="json">What would be posted to <c>message_templates</c>.</param>
    /// <exception cref="ArgumentException">The account is unknown, or the template breaks a rule.</exception>
    public EmulatedTemplate AddTemplate(string wabaId, string json)
    {
        var waba = _cloud.Waba(wabaId) ?? throw new ArgumentException($"Account {wabaId} is unknown.", nameof(wabaId));
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(json);
            var template = waba.Templates.Add(new TemplateChecks(_cloud).ReadNew(new Param("", document.RootElement)));
            template.Status = "APPROVED";
            return template;
        }
        catch (GraphException failure)
        {
            throw new ArgumentException(failure.Error.Details, nameof(json), failure);
        }
    }

    /// <summary>
    /// Ends Embedded Signup as a customer would: the returned code can be exchanged once within 30 seconds for a token that reaches the accounts.
    /// The accounts hear <c>PARTNER_ADDED</c> when their app is subscribed to <c>account_update</c>.
    /// </summary>
    /// <param name="app">The app of the provider.</param>
    /// <param name="wabas">The accounts the customer grants, at least one.</param>
    /// <param name="cancellationToken">Stops waiting for the webhooks.</param>
    public Task<string> SignUpAsync(EmulatedApp app, IReadOnlyList<EmulatedWaba> wabas, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(wabas);
        return _cloud.SignUpAsync(app, wabas, cancellationToken);
    }

    /// <summary>Removes a provider as the customer would: its token stops working and <c>PARTNER_REMOVED</c> goes out.</summary>
    /// <param name="accessToken">The business token.</param>
    /// <param name="cancellationToken">Stops waiting for the webhooks.</param>
    /// <exception cref="ArgumentException">No sign-up issued this token.</exception>
    public async Task RemovePartnerAsync(string accessToken, CancellationToken cancellationToken = default)
    {
        var token = _cloud.Access.Issued(accessToken) ?? throw new ArgumentException("No sign-up issued this token.", nameof(accessToken));
        token.IsRevoked = true;
        foreach (var waba in token.Wabas)
            await _cloud.TellPartnerAsync(waba, "PARTNER_REMOVED", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until no status and no webhook, retries included, is under way or due.</summary>
    public Task WaitForIdleAsync(CancellationToken cancellationToken = default) => _cloud.Work.WaitForIdleAsync(cancellationToken);

    /// <summary>Stops the server, ends hanging calls and drops webhooks not delivered yet.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _cloud.StopAsync().ConfigureAwait(false);
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        await _cloud.DisposeAsync().ConfigureAwait(false);
    }

    internal EmulatedCloud Cloud => _cloud;

    private static EmulatedCloud NewCloud(WhatsAppEmulatorOptions? options)
    {
        options ??= new WhatsAppEmulatorOptions();
        options.Validate();
        return new EmulatedCloud(options);
    }
}
