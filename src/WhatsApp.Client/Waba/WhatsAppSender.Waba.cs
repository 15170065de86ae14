using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads a WhatsApp Business Account.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account">WhatsApp Business Account</see>.
    /// </summary>
    /// <param name="waba">The account; the token must reach it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<WabaInfo> GetWabaAsync(WabaId waba, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("waba.get", $"{Segment(waba)}?fields={WabaInfo.Fields}"),
        static answer => WabaInfo.Read(answer) ?? throw Without("a read of an account", "its id"),
        cancellationToken);

    /// <summary>Reads whether an account can send, and what stands in the way.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<HealthStatus> GetHealthStatusAsync(WabaId waba, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("waba.health", $"{Segment(waba)}?fields=health_status"),
        static answer => HealthReader.Read(answer.Member("health_status")),
        cancellationToken);

    /// <summary>Lists the accounts a business portfolio owns.</summary>
    /// <param name="businessId">The portfolio.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public IAsyncEnumerable<WabaInfo> GetOwnedWabasAsync(string businessId, CancellationToken cancellationToken = default) =>
        GetWabasAsync("business.owned_wabas", businessId, "owned_whatsapp_business_accounts", cancellationToken);

    /// <summary>Lists the accounts of others that a business portfolio works for.</summary>
    /// <param name="businessId">The portfolio.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public IAsyncEnumerable<WabaInfo> GetClientWabasAsync(string businessId, CancellationToken cancellationToken = default) =>
        GetWabasAsync("business.client_wabas", businessId, "client_whatsapp_business_accounts", cancellationToken);

    /// <summary>The ids of the people and systems assigned to an account.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="businessId">The portfolio they belong to.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<string> GetAssignedUsersAsync(
        WabaId waba, string businessId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(businessId);
        var path = $"{Segment(waba)}/assigned_users?business={GraphCall.Segment(businessId)}";
        await foreach (var node in PagesAsync("waba.assigned_users", path, cancellationToken).ConfigureAwait(false))
        {
            if (node.Text("id") is { } id)
                yield return id;
        }
    }

    /// <summary>
    /// Makes a link by which people sign up for marketing: <c>wa.me/{number}/signup/{id}</c>. Who does comes as a <c>user_preferences</c> webhook with the value <c>signup</c>.
    /// </summary>
    /// <param name="waba">The account.</param>
    /// <param name="link">What it says.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The platform's answer: the link and its id.</returns>
    public Task<RawAnswer> CreateSignupLinkAsync(WabaId waba, SignupLink link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return _connection.CallAsync(
            Account, GraphCall.PostOnce("waba.create_signup", $"{Segment(waba)}/signups", GraphBody.Of(link.Write)), RawParser, cancellationToken);
    }

    private async IAsyncEnumerable<WabaInfo> GetWabasAsync(
        string operation, string businessId, string edge, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(businessId);
        var path = $"{GraphCall.Segment(businessId)}/{edge}?fields={WabaInfo.Fields}&limit=100";
        await foreach (var node in PagesAsync(operation, path, cancellationToken).ConfigureAwait(false))
        {
            if (WabaInfo.Read(node) is { } waba)
                yield return waba;
        }
    }
}
