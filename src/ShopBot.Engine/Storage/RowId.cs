using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Engine.Storage;

/// <summary>Ids of rows that a turn or a send writes: the same for a repeated one, so that it writes the same rows.</summary>
internal static class RowId
{
    public static Guid Of(LaneKey lane, string cause, string what, int index)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{lane.Store}|{lane.Customer}|{cause}|{what}|{index}"), hash);
        return new Guid(hash[..16]);
    }
}
