using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>A person's phone number and user ids: one per portfolio, one per enterprise. Another number or id makes another one of these.</summary>
internal sealed class PersonIds(string? waId, string? userId)
{
    private readonly ConcurrentDictionary<string, string> _derived = new(StringComparer.Ordinal);

    public string? WaId => waId;
    public string? UserId => userId;

    public string? UserIdIn(string portfolioId) =>
        userId is null || portfolioId.Length == 0 ? userId : _derived.GetOrAdd(portfolioId, static (key, id) => $"{id[..2]}.{Digits(id, key)}", userId);

    public string? ParentUserIdIn(string enterpriseId) =>
        userId is null ? null : _derived.GetOrAdd("ENT/" + enterpriseId, static (key, id) => $"{id[..2]}.ENT.{Digits(id, key)}", userId);

    private static string Digits(string userId, string scope) =>
        (BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}/{scope}"))) % 100_000_000_000_000).ToString("D14", System.Globalization.CultureInfo.InvariantCulture);
}
