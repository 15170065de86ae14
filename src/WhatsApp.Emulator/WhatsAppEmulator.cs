namespace WhatsApp.Emulator;

/// <summary>
/// A WhatsApp Cloud API of your own on a loopback port: business numbers, people with phones, signed webhooks and a phone page at
/// <c>/phone</c>. Safe for use from many threads.
/// </summary>
public sealed class WhatsAppEmulator : IAsyncDisposable
{
    private readonly EmulatedCloud _cloud;
    private readonly LoopbackServer _server;
    private int _disposed;

    private WhatsAppEmulator(EmulatedCloud cloud, LoopbackServer server) => (_cloud, _server) = (cloud, server);

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
        var cloud = new EmulatedCloud(options ?? new WhatsAppEmulatorOptions());
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
        _cloud.AddPhone(name, waId, userId, username);

    /// <summary>Waits until no status and no webhook, retries included, is under way or due.</summary>
    public Task WaitForIdleAsync(CancellationToken cancellationToken = default) => _cloud.Work.WaitForIdleAsync(cancellationToken);

    /// <summary>Stops the server, ends hanging calls and drops webhooks not delivered yet.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _cloud.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        await _cloud.DisposeAsync().ConfigureAwait(false);
    }
}
