using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads this number. Succeeds only when the token may use it, which makes it the proof that a number and a token belong together.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">phone numbers</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PhoneNumberInfo> GetPhoneNumberAsync(CancellationToken cancellationToken = default)
    {
        var call = GraphCall.Get("phone_number.get", $"{GraphCall.Segment(Account.PhoneNumberId.Value)}?fields={PhoneNumberReader.Fields}");
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        return Observed(PhoneNumberReader.Read(answer.RootElement))
            ?? throw new WhatsAppUnavailableException("The Cloud API answered a read of a phone number without its id.", requestWasSent: true);
    }

    /// <summary>
    /// Lists the numbers of a WhatsApp Business Account, page by page as they are read.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">phone numbers</see>.
    /// </summary>
    /// <param name="waba">The account; the token must reach it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<PhoneNumberInfo> GetPhoneNumbersAsync(
        WabaId waba, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var path = $"{Segment(waba)}/phone_numbers?fields={PhoneNumberReader.Fields}&limit=100";
        await foreach (var node in PagesAsync("waba.phone_numbers", path, cancellationToken).ConfigureAwait(false))
        {
            if (Observed(PhoneNumberReader.Read(node)) is { } number)
                yield return number;
        }
    }

    /// <summary>
    /// Reads whether this number can send, and what stands in the way, such as a missing payment method.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/health-status">health status</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<HealthStatus> GetHealthStatusAsync(CancellationToken cancellationToken = default)
    {
        var call = GraphCall.Get("phone_number.health", $"{GraphCall.Segment(Account.PhoneNumberId.Value)}?fields=health_status");
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        return HealthReader.Read(answer.RootElement.Member("health_status"));
    }

    /// <summary>Reads whether messages of a template can be sent, and what stands in the way.</summary>
    /// <param name="template">The template.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<HealthStatus> GetHealthStatusAsync(TemplateId template, CancellationToken cancellationToken = default) =>
        HealthAsync("templates.health", Segment(template), cancellationToken);

    /// <summary>Reads whether an app or a business portfolio stands in the way of sending.</summary>
    /// <param name="nodeId">The id of the app or portfolio.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<HealthStatus> GetHealthStatusAsync(string nodeId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nodeId);
        return HealthAsync("node.health", GraphCall.Segment(nodeId), cancellationToken);
    }

    private Task<HealthStatus> HealthAsync(string operation, string segment, CancellationToken cancellationToken) => ReadAsync(
        GraphCall.Get(operation, $"{segment}?fields=health_status"), static answer => HealthReader.Read(answer.Member("health_status")), cancellationToken);

    private PhoneNumberInfo? Observed(PhoneNumberInfo? info)
    {
        if (info is not null)
            _connection.Pacer.Observe(info);
        return info;
    }

    private static string Segment(WabaId waba) => string.IsNullOrWhiteSpace(waba.Value)
        ? throw new ArgumentException("A WhatsApp Business Account id is needed.", nameof(waba))
        : GraphCall.Segment(waba.Value);
}
