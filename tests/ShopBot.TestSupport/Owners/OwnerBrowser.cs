using System.Net;
using ShopBot.TestSupport.Processes;

namespace ShopBot.TestSupport.Owners;

/// <summary>A store owner's browser: cookies, redirects, forms.</summary>
public sealed class OwnerBrowser : IDisposable
{
    private const int MostRedirects = 10;
    private readonly HttpClient _client = Http.NewClient(new CookieContainer());

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<OwnerPage> OpenAsync(Uri address, CancellationToken cancellationToken) =>
        await FollowAsync(await StepAsync(address, cancellationToken), cancellationToken);

    /// <summary>Opens an address and shows a redirect as it comes.</summary>
    public Task<OwnerPage> StepAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>The answer as it comes, not read as a page; for who looks at time.</summary>
    public Task<HttpResponseMessage> FetchAsync(Uri address, CancellationToken cancellationToken) => _client.GetAsync(address, cancellationToken);

    /// <summary>Posts a form and follows redirects.</summary>
    public async Task<OwnerPage> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        await FollowAsync(
            await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) }, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<OwnerPage> FollowAsync(OwnerPage page, CancellationToken cancellationToken)
    {
        for (var hop = 0; page.Location is { } location && hop < MostRedirects; hop++)
            page = await StepAsync(location, cancellationToken);
        return page;
    }

    private async Task<OwnerPage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var answer = await _client.SendAsync(request, cancellationToken))
        {
            var address = request.RequestUri!;
            var location = answer.Headers.Location is { } target ? new Uri(address, target) : null;
            return new OwnerPage(this, address, answer.StatusCode, location, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }
}
