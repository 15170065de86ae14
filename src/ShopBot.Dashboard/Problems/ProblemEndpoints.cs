using System.Globalization;
using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Desk;

namespace ShopBot.Dashboard;

/// <summary>What went wrong, and trying it again.</summary>
internal static class ProblemEndpoints
{
    private const int Most = 50;

    public static async Task<IResult> ShowAsync(HttpContext context, StoreDesk desk, TimeProvider time, string? done, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        return Answers.Page<ProblemsPage>(context, new ProblemsPageModel
        {
            DeadLetters = await desk.ListDeadLettersAsync(store, null, Most, cancellationToken).ConfigureAwait(false),
            Failed = await desk.ListFailedSendsAsync(store, null, Most, cancellationToken).ConfigureAwait(false),
            Now = time.GetUtcNow(),
            Replayed = done == "1",
        });
    }

    public static async Task<IResult> ReplayAsync(HttpContext context, StoreDesk desk, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        return OwnerRequest.CustomerOf(form["customer"].ToString()) is { } customer
            && long.TryParse(form["seq"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && await desk.ReplayAsync(context.Owner(), customer, seq, cancellationToken).ConfigureAwait(false)
                ? Results.Redirect("/shopify/admin/problems?done=1")
                : Answers.NotFound(context);
    }
}
