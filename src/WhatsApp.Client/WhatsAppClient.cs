using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client;

/// <summary>
/// Entry to the Cloud API. Holds no account: bind one with <see cref="For"/>, as often as you like; senders are light.
/// Thread-safe; one instance serves all accounts of a process.
/// </summary>
/// <remarks>Registered with <c>services.AddWhatsAppClient(…)</c>.</remarks>
public sealed class WhatsAppClient
{
    /// <summary>The name of the HTTP client this uses; <c>AddWhatsAppClient</c> configures it.</summary>
    public const string HttpClientName = "WhatsApp.Client";

    private readonly GraphConnection _connection;

    /// <summary>Creates a client. Dependency injection does this.</summary>
    /// <param name="httpClientFactory">Makes the client named <see cref="HttpClientName"/>, whose handlers must not follow redirects or repeat requests.</param>
    /// <param name="options">Host, version and time limits.</param>
    /// <param name="meterFactory">Where measurements go; null makes a meter of its own.</param>
    /// <param name="timeProvider">The clock of the time limits; null is the system's.</param>
    public WhatsAppClient(
        IHttpClientFactory httpClientFactory,
        IOptions<WhatsAppClientOptions> options,
        IMeterFactory? meterFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(httpClientFactory);
        ArgumentNullException.ThrowIfNull(options);
        _connection = new GraphConnection(httpClientFactory, options.Value, new WhatsAppMetrics(meterFactory), timeProvider ?? TimeProvider.System);
    }

    /// <summary>Binds a number and its token.</summary>
    /// <param name="account">Whose number sends.</param>
    public WhatsAppSender For(WhatsAppAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new WhatsAppSender(_connection, account);
    }
}
