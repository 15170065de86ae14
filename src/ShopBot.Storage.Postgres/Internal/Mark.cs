using System.Security.Cryptography;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>
/// The number of one call: random, written into the rows the call leases and settles. Later statements read back by it, and a call that is repeated after a lost
/// answer knows its own rows by it.
/// </summary>
internal static class Mark
{
    public static long Next()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToInt64(bytes) | 1;
    }
}
