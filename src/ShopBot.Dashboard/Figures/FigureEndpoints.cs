using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;

namespace ShopBot.Dashboard;

/// <summary>The figures.</summary>
internal static class FigureEndpoints
{
    public static async Task<IResult> ShowAsync(HttpContext context, FigureBook book, PriceReport prices, int? days, CancellationToken cancellationToken)
    {
        var span = days is 7 or 90 ? days.Value : 30;
        var store = context.Owner();
        var read = await book.ReadAsync(store, span, cancellationToken).ConfigureAwait(false);
        var cost = await prices.ReadAsync(store, span, cancellationToken).ConfigureAwait(false);
        return Answers.Page<FiguresPage>(context, new FiguresPageModel
        {
            Days = read,
            Currency = store.Profile.Currency,
            Costs = [.. (cost ?? new Dictionary<string, (long, decimal)>()).Select(entry => new FigureCost(entry.Key, entry.Value.Messages, entry.Value.Cost)).OrderByDescending(entry => entry.Cost)],
        });
    }
}
