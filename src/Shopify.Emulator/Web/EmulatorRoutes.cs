using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shopify.Emulator.Admin;
using Shopify.Emulator.Billing;
using Shopify.Emulator.BulkOperations;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Journal;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Web;

/// <summary>The emulator's paths below a shop, in one place.</summary>
internal static class EmulatorRoutes
{
    public static void Map(IEndpointRouteBuilder routes, AuthorizeEndpoint authorize, TokenEndpoint token, GraphEndpoint graph, EmulatorJournal journal)
    {
        routes.MapGet("/admin/oauth/authorize", authorize.ShowAsync);
        routes.MapPost("/admin/oauth/authorize", authorize.DecideAsync);
        routes.MapPost("/admin/oauth/access_token", token.HandleAsync);
        routes.MapPost("/admin/api/{version}/graphql.json", graph.AdminAsync);
        routes.MapPost("/admin/api/graphql.json", graph.AdminAsync);
        routes.MapPost("/api/{version}/graphql.json", graph.StorefrontAsync);
        routes.MapPost("/api/graphql.json", graph.StorefrontAsync);
        routes.MapGet("/cart/c/{token}", CheckoutEndpoint.ShowAsync);
        routes.MapPost("/cart/c/{token}", CheckoutEndpoint.DecideAsync);
        routes.MapGet("/{shop:long}/invoices/{invoice}", CheckoutEndpoint.ShowAsync);
        routes.MapPost("/{shop:long}/invoices/{invoice}", CheckoutEndpoint.DecideAsync);
        routes.MapGet("/{shop:long}/checkouts/ac/{checkout}/recover", CheckoutEndpoint.RecoverAsync);
        routes.MapGet("/cart", CheckoutEndpoint.GoneAsync);
        routes.MapGet("/cart/{items}", Permalinks.CartAsync);
        routes.MapGet("/buy/{items}", Permalinks.BuyAsync);
        routes.MapGet("/.well-known/ucp", Permalinks.UcpAsync);
        routes.MapGet("/bulk/{file}", BulkDownload.AnswerAsync);
        routes.MapGet("/admin/charges/{charge:long}/confirm", BillingPage.ShowAsync);
        routes.MapPost("/admin/charges/{charge:long}/confirm", BillingPage.DecideAsync);
        routes.MapGet("/checkouts/{checkout}/thank-you", CheckoutEndpoint.ThankYouAsync);
        AdminRoutes.Map(routes, journal);
        routes.MapGet("/", StorePages.HomeAsync);
        routes.MapGet("/discount/{code}", StorePages.HomeAsync);
        routes.MapGet("/products/{handle}", StorePages.ProductAsync);
        routes.MapGet("/collections/{handle}", StorePages.CollectionAsync);
        routes.MapGet("/cdn/shop/files/{file}", StorePages.PictureAsync);
    }
}
