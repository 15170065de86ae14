using System.Collections.Immutable;
using System.Net;
using System.Text;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Webhooks;

/// <summary>The subscriptions of the app in one shop, with Shopify's rules for them.</summary>
internal sealed class WebhookRegistry(EmulatedShop shop, ShopifyEmulatorOptions options)
{
    private const long FirstId = 1_402_900_000_001;
    private const int MaxAddressBytes = 64 * 1024;
    private static readonly string[] Address = ["webhookSubscription", "callbackUrl"];

    private readonly Lock _gate = new();
    private ImmutableList<EmulatedWebhookSubscription> _all = [];
    private long _made;

    public IReadOnlyList<EmulatedWebhookSubscription> All => Volatile.Read(ref _all);

    public EmulatedWebhookSubscription? Find(long? id) => All.FirstOrDefault(s => s.Id == id);

    public WebhookPayload Create(string topic, InputObject input)
    {
        lock (_gate)
        {
            var now = shop.Now();
            return Save(null, Apply(input, new() { Id = FirstId + _made, Topic = topic, Uri = "", CreatedAt = now, UpdatedAt = now }));
        }
    }

    public WebhookPayload Update(long? id, InputObject input)
    {
        lock (_gate)
        {
            return Find(id) is { } old
                ? Save(old, Apply(input, old with { UpdatedAt = shop.Now() }))
                : WebhookPayload.Refused(["id"], "Webhook subscription does not exist");
        }
    }

    public bool Remove(long? id)
    {
        lock (_gate)
        {
            var left = _all.RemoveAll(s => s.Id == id);
            var removed = left.Count < _all.Count;
            _all = left;
            return removed;
        }
    }

    public void Clear()
    {
        lock (_gate) _all = [];
    }

    private static EmulatedWebhookSubscription Apply(InputObject input, EmulatedWebhookSubscription old) => old with
    {
        Uri = (input.Text("uri") ?? input.Text("callbackUrl") ?? old.Uri).Trim(),
        Format = input.Text("format") ?? old.Format,
        Filter = input.Text("filter") ?? old.Filter,
        Name = input.Text("name") ?? old.Name,
        IncludeFields = input.Has("includeFields") ? input.Texts("includeFields") : old.IncludeFields,
        MetafieldNamespaces = input.Has("metafieldNamespaces") ? input.Texts("metafieldNamespaces") : old.MetafieldNamespaces,
    };

    private WebhookPayload Save(EmulatedWebhookSubscription? old, EmulatedWebhookSubscription wanted)
    {
        if (AddressProblem(wanted.Uri) is { } address) return WebhookPayload.Refused(Address, address);
        var others = _all.Where(s => s.Id != wanted.Id).ToList();
        if (others.Exists(s => s.Topic == wanted.Topic && s.Uri == wanted.Uri && s.Format == wanted.Format && s.Filter == wanted.Filter))
            return WebhookPayload.Refused(Address, "Address for this topic has already been taken");
        if (wanted.Filter is not null && (SearchParser.Parse(wanted.Filter) is not { } filter || filter.Terms.Any(static t => t.Field is null)))
            return WebhookPayload.Refused(["webhookSubscription"], "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.");
        if (wanted.Name is { } name && NameProblem(name, others) is { } problem)
            return WebhookPayload.Refused(["webhookSubscription", "name"], problem);
        if (old is null) _made++;
        _all = old is null ? _all.Add(wanted) : _all.Replace(old, wanted);
        return new(wanted, []);
    }

    private string? AddressProblem(string address)
    {
        if (address.Length == 0) return "Address can't be blank";
        if (Encoding.UTF8.GetByteCount(address) > MaxAddressBytes) return "Address is too big (maximum is 64 KB)";
        if (address.StartsWith("pubsub://", StringComparison.Ordinal) || address.StartsWith("arn:aws:events:", StringComparison.Ordinal)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return "Address is invalid";
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && options.AllowHttpWebhookAddresses))
            return $"Address protocol {uri.Scheme}:// is not supported";
        return IsInternal(uri) ? "Address cannot be a Shopify or an internal domain" : null;
    }

    private bool IsInternal(Uri uri) => uri.Host.EndsWith(".myshopify.com", StringComparison.OrdinalIgnoreCase)
        || uri.Host.EndsWith(".shopify.com", StringComparison.OrdinalIgnoreCase)
        || (!options.AllowHttpWebhookAddresses && (uri.IsLoopback || IPAddress.TryParse(uri.Host, out _) || !uri.Host.Contains('.', StringComparison.Ordinal)));

    private static string? NameProblem(string name, List<EmulatedWebhookSubscription> others) =>
        name.Length > 50 ? "Name is too long (maximum is 50 characters)"
        : !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? "Name can only contain letters, numbers, underscores and hyphens"
        : others.Exists(s => s.Name == name) ? "Name already exists, no duplicate allowed"
        : null;
}
