using Microsoft.Extensions.Options;

namespace Shopify.Client.Auth;

internal sealed class ShopifyTokenOptionsValidator : IValidateOptions<ShopifyTokenOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopifyTokenOptions options)
    {
        var problems = new List<string>();
        Range(problems, nameof(options.RefreshBefore), options.RefreshBefore, TimeSpan.Zero, TimeSpan.FromMinutes(30));
        Range(problems, nameof(options.CacheTime), options.CacheTime, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Range(problems, nameof(options.SweepInterval), options.SweepInterval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
        Range(problems, nameof(options.RenewIdleBefore), options.RenewIdleBefore, TimeSpan.FromDays(1), TimeSpan.FromDays(60));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Range(List<string> problems, string option, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
            problems.Add($"Shopify tokens: {option} is {value}; it must be from {least} to {most}.");
    }
}
