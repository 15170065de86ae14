using Shopify.Emulator.OAuth;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph;

/// <summary>One GraphQL request while it runs: the shop it is about and what its token may see. It is the root object of both schemas.</summary>
internal sealed class GraphCall(EmulatedShop shop, GrantedScopes scopes)
{
    /// <summary>Numeric id of the emulator's one app. Orders from its Storefront carts carry it as their source.</summary>
    public const long AppId = 3_470_821;

    private readonly List<SearchNote> _notes = [];

    public EmulatedShop Shop => shop;

    public GrantedScopes Scopes => scopes;

    /// <summary>A field, as <c>Type.field</c>, that a scripted fault refuses in this call; usually null.</summary>
    public string? DeniedField { get; init; }

    /// <summary>Whether this runs in the background as a bulk query: connections then give everything.</summary>
    public bool IsBulk { get; init; }

    /// <summary>The access token of the call; null without one and for bulk queries.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>Country of <c>@inContext</c>; null when none was given.</summary>
    public string? Country { get; set; }

    /// <summary>Locale of <c>@inContext</c> when the shop has it; else null.</summary>
    public string? Locale { get; set; }

    /// <summary>Prices as a buyer of this call sees them.</summary>
    public PriceContext Prices => PriceContext.Of(shop.Catalog, Country);

    /// <summary>What the search language had to ignore; ends up in <c>extensions.search</c>.</summary>
    public IReadOnlyList<SearchNote> Notes => _notes;

    public void Note(SearchNote note)
    {
        lock (_notes) _notes.Add(note);
    }

    /// <summary>Refuses protected customer data (1: customers and orders, 2: name, address, phone, e-mail) to apps that were not approved for it.</summary>
    public void RequireProtected(string type, string field, int level)
    {
        if (shop.ProtectedDataLevel < level) throw GraphError.NotApproved(type, field);
    }

    public void Require(string field, params IEnumerable<string> wanted)
    {
        if (!scopes.HasAll(wanted)) throw GraphError.AccessDenied(field, wanted);
    }
}
