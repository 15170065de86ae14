using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shopify.Emulator.Journal;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>The paths of the admin pages.</summary>
internal static class AdminRoutes
{
    public static void Map(IEndpointRouteBuilder routes, EmulatorJournal journal)
    {
        var app = new AppPage(journal);
        routes.MapGet("/admin", new OverviewPage(journal).ShowAsync);
        routes.MapGet("/admin/products", ProductPages.ListAsync);
        routes.MapGet("/admin/products/new", ProductForm.NewAsync);
        Post(routes, "/admin/products/new", ProductForm.AddAsync);
        routes.MapGet("/admin/products/{id:long}", ProductForm.EditAsync);
        Post(routes, "/admin/products/{id:long}", ProductForm.SaveAsync);
        Post(routes, "/admin/products/{id:long}/delete", ProductForm.DeleteAsync);
        routes.MapGet("/admin/orders", OrderPages.ListAsync);
        routes.MapGet("/admin/orders/new", OrderForm.NewAsync);
        Post(routes, "/admin/orders/new", OrderForm.AddAsync);
        routes.MapGet("/admin/orders/{id:long}", OrderPages.ShowAsync);
        Post(routes, "/admin/orders/{id:long}/{action}", OrderPages.ActAsync);
        routes.MapGet("/admin/checkouts", PeoplePages.CheckoutsAsync);
        routes.MapGet("/admin/customers", PeoplePages.CustomersAsync);
        routes.MapGet("/admin/discounts", DiscountPages.ListAsync);
        Post(routes, "/admin/discounts", DiscountPages.AddAsync);
        Post(routes, "/admin/discounts/delete", DiscountPages.DeleteAsync);
        routes.MapGet("/admin/app", app.ShowAsync);
        routes.MapGet("/admin/apps/{handle}", app.ShowAsync);
        Post(routes, "/admin/app/uninstall", AppPage.UninstallAsync);
    }

    /// <summary>A form of these pages. Forms of other sites are refused: they would act with the rights of whoever runs the emulator.</summary>
    private static void Post(IEndpointRouteBuilder routes, string path, Func<HttpContext, IFormCollection, Task> act) => routes.MapPost(path, async context =>
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != $"{context.Request.Scheme}://{context.Request.Host}")
            await context.AnswerHtmlAsync(403, Html.Page("Refused", "admin.css", "<main><h1>This form came from another site</h1></main>")).ConfigureAwait(false);
        else
            await act(context, context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty).ConfigureAwait(false);
    });
}
