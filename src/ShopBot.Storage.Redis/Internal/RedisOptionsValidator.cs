using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis.Internal;

internal sealed class RedisOptionsValidator : IValidateOptions<ShopBotRedisOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopBotRedisOptions options)
    {
        var faults = new List<string>();
        if (options.ConnectionString is { Length: > 0 } text && !IsConnectionString(text))
            faults.Add("ConnectionStrings:Redis is not in the form host:port,option=value.");
        if (options.Prefix is not { Length: >= 1 and <= 64 } || options.Prefix.AsSpan().ContainsAny("{}\r\n "))
            faults.Add("Redis Prefix must have 1 to 64 characters, without braces and blanks.");
        Range(faults, nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10));
        Range(faults, nameof(options.PauseAfterFailure), options.PauseAfterFailure, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Range(faults, nameof(options.StoreTime), options.StoreTime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Range(faults, nameof(options.SharedStoreTime), options.SharedStoreTime, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Range(faults, nameof(options.StaleTime), options.StaleTime, TimeSpan.Zero, TimeSpan.FromDays(1));
        Range(faults, nameof(options.Patience), options.Patience, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // The text may hold a password, so nothing of it is told.
    private static bool IsConnectionString(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Range(List<string> faults, string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
            faults.Add($"Redis {name} is {value}; it must be from {least} to {most}.");
    }
}
