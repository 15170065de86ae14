using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ShopBot.TestSupport.Owners;

/// <summary>An answer that a store owner's browser shows or follows.</summary>
public sealed class OwnerPage
{
    private readonly OwnerBrowser _browser;
    private readonly IHtmlDocument _document;

    internal OwnerPage(OwnerBrowser browser, Uri address, HttpStatusCode status, Uri? location, string html)
    {
        _browser = browser;
        _document = new HtmlParser().ParseDocument(html);
        Address = address;
        Status = status;
        Location = location;
        Html = html;
    }

    /// <summary>Where it came from.</summary>
    public Uri Address { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Where a redirect leads; null when it is none.</summary>
    public Uri? Location { get; }

    /// <summary>The page's source.</summary>
    public string Html { get; }

    /// <summary>The page's text.</summary>
    public string Text => _document.Body?.TextContent ?? "";

    /// <summary>Submits the page's only form with its hidden fields and these values, and follows where it leads.</summary>
    public Task<OwnerPage> SubmitAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var form = (IHtmlFormElement)(_document.QuerySelector("form") ?? throw new InvalidOperationException($"{Address.AbsolutePath} ({(int)Status}) has no form: {Text}"));
        var fields = new Dictionary<string, string>(values);
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            fields.TryAdd(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? "");
        return _browser.PostAsync(new Uri(Address, form.GetAttribute("action")!), fields, cancellationToken);
    }
}
