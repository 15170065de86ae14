using System.Net;
using System.Text.RegularExpressions;

namespace ReferenceHost.Demo;

/// <summary>A browser as far as the installation needs one: follows redirects, keeps cookies, submits the form of a page.</summary>
internal sealed partial class OwnerBrowser(IHttpClientFactory clients, Uri start)
{
    public const string ClientName = "demo-owner";
    private readonly CookieContainer _cookies = new();

    public Task<Page> OpenAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(start, path)), cancellationToken);

    private async Task<Page> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        const int mostRedirects = 10;
        using var client = clients.CreateClient(ClientName);
        for (var hop = 0; ; hop++)
        {
            var address = request.RequestUri!;
            if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    _cookies.SetCookies(address, cookie);
            }

            request.Dispose();
            if (response.Headers.Location is { } location && hop < mostRedirects)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, location));
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{address.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}.");
            return new Page(this, address, html);
        }
    }

    /// <summary>A page that was opened.</summary>
    internal sealed partial class Page(OwnerBrowser browser, Uri address, string html)
    {
        public Uri Address { get; } = address;

        /// <summary>Submits the page's first form with its hidden fields and these values.</summary>
        public Task<Page> SubmitAsync(Dictionary<string, string> values, CancellationToken cancellationToken)
        {
            var action = FormAction().Match(html);
            if (!action.Success)
                throw new InvalidOperationException($"{Address.AbsolutePath} has no form.");
            var fields = new Dictionary<string, string>(values);
            foreach (var input in Inputs().Matches(html).Select(match => match.Value).Where(input => TypeOf(input) == "hidden"))
                fields.TryAdd(Attribute(input, "name"), Attribute(input, "value"));
            return browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, new Uri(Address, WebUtility.HtmlDecode(action.Groups[1].Value))) { Content = new FormUrlEncodedContent(fields) },
                cancellationToken);
        }

        private static string TypeOf(string input) => Attribute(input, "type");

        private static string Attribute(string input, string name) =>
            WebUtility.HtmlDecode(Regex.Match(input, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

        [GeneratedRegex("<form[^>]*\\baction=\"([^\"]*)\"")]
        private static partial Regex FormAction();

        [GeneratedRegex("<input[^>]*>")]
        private static partial Regex Inputs();
    }
}
