using System.Globalization;
using System.Security.Cryptography;

namespace WhatsApp.Emulator;

/// <summary>Asks a callback URL to repeat a challenge before it is used.</summary>
internal sealed class WebhookHandshake(HttpMessageInvoker http, WhatsAppEmulatorOptions options)
{
    public async Task<WebhookVerification> VerifyAsync(WebhookCallback callback, CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var separator = callback.Url.Query.Length > 0 ? '&' : '?';
        var url = $"{callback.Url.AbsoluteUri}{separator}hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(callback.VerifyToken)}";
        using var deadline = new CancellationTokenSource(options.WebhookTimeout, options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await http.SendAsync(request, linked.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status != 200)
                return new WebhookVerification(false, status, $"The callback answered {status}.");
            var body = await response.Content.ReadAsStringAsync(linked.Token).ConfigureAwait(false);
            return body == challenge
                ? new WebhookVerification(true, status, null)
                : new WebhookVerification(false, status, "The callback did not answer with the challenge alone.");
        }
        catch (HttpRequestException)
        {
            return new WebhookVerification(false, null, "The callback could not be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookVerification(false, null, "The callback did not answer in time.");
        }
    }

    /// <exception cref="GraphException">100: not an address, or the handshake failed.</exception>
    public async Task<WebhookCallback> RequireAsync(string uri, string verifyToken, CancellationToken cancellationToken)
    {
        if (!MediaRules.IsWebAddress(uri))
            throw new GraphException(GraphError.Unsupported("Param override_callback_uri is not a valid URI."));
        var callback = new WebhookCallback(new Uri(uri), verifyToken);
        var result = await VerifyAsync(callback, cancellationToken).ConfigureAwait(false);
        return result.Succeeded
            ? callback
            : throw new GraphException(new GraphError(2200, 400, "(#2200) Callback verification failed", result.Reason!) { IsWhatsApp = false });
    }
}
