using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Web;

/// <summary>The emulator's paths below a shop, in one place.</summary>
internal static class EmulatorRoutes
{
    public static void Map(IEndpointRouteBuilder routes, AuthorizeEndpoint authorize, TokenEndpoint token, GraphEndpoint graph)
    {
        routes.MapGet("/admin/oauth/authorize", authorize.ShowAsync);
        routes.MapPost("/admin/oauth/authorize", authorize.DecideAsync);
        routes.MapPost("/admin/oauth/access_token", token.HandleAsync);
        routes.MapPost("/admin/api/{version}/graphql.json", graph.AdminAsync);
        routes.MapPost("/admin/api/graphql.json", graph.AdminAsync);
        routes.MapPost("/api/{version}/graphql.json", graph.StorefrontAsync);
        routes.MapPost("/api/graphql.json", graph.StorefrontAsync);
        routes.MapGet("/cart/c/{token}", CheckoutEndpoint.ShowAsync);
        routes.MapPost("/cart/c/{token}", CheckoutEndpoint.PayAsync);
        routes.MapGet("/cart/{items}", CheckoutEndpoint.PermalinkAsync);
        routes.MapGet("/checkouts/{checkout}/thank-you", CheckoutEndpoint.ThankYouAsync);
        routes.MapGet("/", StorePages.HomeAsync);
        routes.MapGet("/products/{handle}", StorePages.ProductAsync);
        routes.MapGet("/collections/{handle}", StorePages.CollectionAsync);
        routes.MapGet("/cdn/shop/files/{file}", StorePages.PictureAsync);
    }
}
