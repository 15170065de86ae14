using Microsoft.Extensions.Options;

namespace ShopBot.Assistant;

internal sealed class AssistantOptionsValidator : IValidateOptions<AssistantOptions>
{
    public ValidateOptionsResult Validate(string? name, AssistantOptions options)
    {
        var faults = new List<string>();
        Check(faults, "Timeout", options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(5), "1 s to 5 min");
        Check(faults, "MaxRounds", options.MaxRounds is >= 1 and <= 20, "1 to 20");
        Check(faults, "MaxHistoryLines", options.MaxHistoryLines is >= 0 and <= 64, "0 to 64");
        Check(faults, "MaxHistoryCharacters", options.MaxHistoryCharacters is >= 0 and <= 100_000, "0 to 100,000");
        Check(faults, "MaxOutputTokens", options.MaxOutputTokens is >= 16 and <= 32_000, "16 to 32,000");
        Check(faults, "TokensPerStoreAndDay", options.TokensPerStoreAndDay >= 0, "0 or more");
        Check(faults, "Instructions", !string.IsNullOrWhiteSpace(options.Instructions), "a text");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(List<string> faults, string key, bool fine, string range)
    {
        if (!fine)
            faults.Add($"The assistant's {key} must be {range}.");
    }
}
