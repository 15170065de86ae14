using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>The overview, the connection and the test message.</summary>
internal static class AdminEndpoints
{
    private const int Newest = 6;

    public static async Task<IResult> OverviewAsync(HttpContext context, StoreDesk desk, FigureBook book, TimeProvider time, CancellationToken cancellationToken) =>
        await ShowAsync(context, desk, book, time, null, cancellationToken).ConfigureAwait(false);

    public static async Task<IResult> TestAsync(HttpContext context, TestMessage test, StoreDesk desk, FigureBook book, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var result = await test.SendAsync(context.Owner(), form["phone"].ToString(), cancellationToken).ConfigureAwait(false);
        return await ShowAsync(context, desk, book, time, result, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<IResult> ConnectionAsync(HttpContext context, ConnectionCheck check, TemplateReport templates, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        return Answers.Page<ConnectionPage>(context, new ConnectionPageModel
        {
            Store = store,
            Report = await check.RunAsync(store, cancellationToken).ConfigureAwait(false),
            Templates = await templates.ReadAsync(store, cancellationToken).ConfigureAwait(false),
        });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, StoreDesk desk, FigureBook book, TimeProvider time, (bool Sent, string Words)? test, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        return Answers.Page<AdminPage>(context, new AdminPageModel
        {
            Store = store,
            Newest = await desk.ListAsync(store, new LaneFilter(), null, Newest, cancellationToken).ConfigureAwait(false),
            WithPeople = (await desk.ListAsync(store, new LaneFilter(LaneControl.Human), null, Newest, cancellationToken).ConfigureAwait(false)).Count,
            Week = await book.ReadAsync(store, 7, cancellationToken).ConfigureAwait(false),
            Problems = (await desk.ListDeadLettersAsync(store, null, Newest, cancellationToken).ConfigureAwait(false)).Count,
            Now = time.GetUtcNow(),
            Test = test,
        });
    }
}
