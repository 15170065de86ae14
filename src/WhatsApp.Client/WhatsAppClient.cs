using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;
using WhatsApp.Client.Pacing;

namespace WhatsApp.Client;

/// <summary>
/// Entry to the Cloud API. Holds no account: bind one with <see cref="For(WhatsAppAccount)"/> or <see cref="For(PhoneNumberId)"/>,
/// as often as you like; senders are light. Thread-safe; one instance serves all accounts of a process.
/// </summary>
/// <remarks>Registered with <c>services.AddWhatsAppClient(…)</c>.</remarks>
public sealed partial class WhatsAppClient
{
    /// <summary>The name of the HTTP client this uses; <c>AddWhatsAppClient</c> configures it.</summary>
    public const string HttpClientName = "WhatsApp.Client";

    private readonly GraphConnection _connection;
    private readonly AccountCache? _accounts;

    /// <summary>Creates a client. Dependency injection does this.</summary>
    /// <param name="httpClientFactory">Makes the client named <see cref="HttpClientName"/>, whose handlers must not follow redirects or repeat requests.</param>
    /// <param name="options">Host, version, time limits and pacing.</param>
    /// <param name="meterFactory">Where measurements go; null makes a meter of its own.</param>
    /// <param name="timeProvider">The clock of time limits and pacing; null is the system's.</param>
    /// <param name="accountSource">Where <see cref="For(PhoneNumberId)"/> finds accounts; null when only <see cref="For(WhatsAppAccount)"/> is used.</param>
    /// <param name="rateLimiter">Counts messages for pacing; null counts in this process.</param>
    public WhatsAppClient(
        IHttpClientFactory httpClientFactory,
        IOptions<WhatsAppClientOptions> options,
        IMeterFactory? meterFactory = null,
        TimeProvider? timeProvider = null,
        IWhatsAppAccountSource? accountSource = null,
        WhatsAppRateLimiter? rateLimiter = null)
    {
        ArgumentNullException.ThrowIfNull(httpClientFactory);
        ArgumentNullException.ThrowIfNull(options);
        var time = timeProvider ?? TimeProvider.System;
        var metrics = new WhatsAppMetrics(meterFactory);
        Pacer = new WhatsAppPacer(rateLimiter ?? new MemoryRateLimiter(time), options.Value.Pacing, metrics, time);
        _connection = new GraphConnection(httpClientFactory, options.Value, Pacer, metrics, time);
        _accounts = accountSource is null ? null : new AccountCache(accountSource, options.Value, time);
    }

    /// <summary>What this client knows of each number's pace: tell it of messages received and of throughput learnt.</summary>
    public WhatsAppPacer Pacer { get; }

    /// <summary>Binds a number and its token.</summary>
    /// <param name="account">Whose number sends.</param>
    public WhatsAppSender For(WhatsAppAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new WhatsAppSender(_connection, account);
    }

    /// <summary>
    /// Binds a number whose account the registered <see cref="IWhatsAppAccountSource"/> knows. It is looked up when a call is made, so the sender
    /// may be kept while tokens change. When the platform refuses the token, the account is read again, and the refused call is made once more
    /// if the token is another one now.
    /// </summary>
    /// <remarks>Its calls throw <see cref="WhatsAppAccountNotFoundException"/> when the source has no such account.</remarks>
    /// <param name="phoneNumberId">Whose number sends; not empty.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="InvalidOperationException">No account source was registered.</exception>
    public WhatsAppSender For(PhoneNumberId phoneNumberId)
    {
        if (string.IsNullOrWhiteSpace(phoneNumberId.Value))
            throw new ArgumentException("A phone number id is needed.", nameof(phoneNumberId));
        return new WhatsAppSender(_connection, new SourcedAccount(_accounts ?? throw NoSource(), phoneNumberId));
    }

    /// <summary>Forgets what the account source said of a number, such as after its token was changed: the next call asks again.</summary>
    /// <param name="phoneNumberId">The number; unknown ones are no error.</param>
    public void Invalidate(PhoneNumberId phoneNumberId) => _accounts?.Invalidate(phoneNumberId);

    private static InvalidOperationException NoSource() =>
        new("No account source is registered: call services.AddWhatsAppAccountSource(…), or bind a WhatsAppAccount itself.");
}
