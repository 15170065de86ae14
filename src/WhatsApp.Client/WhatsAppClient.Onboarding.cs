namespace WhatsApp.Client;

public sealed partial class WhatsAppClient
{
    /// <summary>Stands for the number in calls that concern none yet.</summary>
    internal static readonly PhoneNumberId NoNumber = new("none");

    /// <summary>
    /// Exchanges the code at the end of Embedded Signup for a business token. The code works once, for about 30 seconds: when the answer is lost, it is used up. The call
    /// is never repeated.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/onboarding-customers-as-a-tech-provider">onboarding</see>.
    /// </summary>
    /// <param name="app">The app the business signed up with.</param>
    /// <param name="code">The code. Secret.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The token. Secret.</returns>
    /// <exception cref="WhatsAppApiException">Code 100 with subcode 36007 or 36009: the code is too old or was used; 1 or 101: the app's id or secret is wrong.</exception>
    public async Task<string> ExchangeCodeAsync(MetaApp app, string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        // In the body, not in the address: addresses are logged.
        var body = GraphBody.Of(json =>
        {
            json.WriteText("client_id"u8, app.AppId);
            json.WriteText("client_secret"u8, app.AppSecret);
            json.WriteText("code"u8, code);
            json.WriteString("grant_type"u8, "authorization_code"u8);
        });
        var account = new WhatsAppAccount(NoNumber, $"{app.AppId}|{app.AppSecret}");
        using var answer = await _connection.CallAsync(account, GraphCall.PostOnce("oauth.exchange_code", "oauth/access_token", body), cancellationToken).ConfigureAwait(false);
        return answer.RootElement.Text("access_token") is { Length: > 0 } token
            ? token
            : throw new WhatsAppUnavailableException("The Cloud API answered the exchange of a code without a token.", requestWasSent: true);
    }
}
