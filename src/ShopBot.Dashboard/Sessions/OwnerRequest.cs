using Microsoft.AspNetCore.Http;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>What handlers take from a request that the guard let through.</summary>
internal static class OwnerRequest
{
    private const string KeyField = "_key";

    /// <summary>The signed-in owner's store.</summary>
    public static Store Owner(this HttpContext context) =>
        (Store?)context.Items[typeof(OwnerFilter)] ?? throw new InvalidOperationException("The request did not pass the guard.");

    public static bool TryOwner(this HttpContext context, out Store store)
    {
        store = (context.Items[typeof(OwnerFilter)] as Store)!;
        return store is not null;
    }

    public static CustomerId? CustomerOf(string text) => Guid.TryParseExact(text, "N", out var id) ? new CustomerId(id) : null;

    /// <summary>Names one showing of a form, so that it counts once however often it is sent.</summary>
    public static string KeyOf(IFormCollection form) => Guid.TryParseExact(form[KeyField], "N", out var key) ? key.ToString("N") : Guid.NewGuid().ToString("N");
}
