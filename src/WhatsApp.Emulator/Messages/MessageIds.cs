using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>Ids that look like the platform's and never repeat, not even after a restart.</summary>
internal static class MessageIds
{
    public static string NewMessage(string person)
    {
        Span<byte> bytes = stackalloc byte[64 + 20];
        var length = Encoding.ASCII.GetBytes(person.AsSpan(0, Math.Min(person.Length, 64)), bytes[3..]);
        bytes[0] = 0x1D;
        bytes[1] = 0x18;
        bytes[2] = (byte)length;
        RandomNumberGenerator.Fill(bytes.Slice(length + 3, 17));
        return "wamid." + Convert.ToBase64String(bytes[..(length + 20)]);
    }

    public static string NewTrace() => "A" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(15)).Replace('+', 'x').Replace('/', 'y');

    public static string NewMedia() => NewObject();

    /// <summary>The id of a template, a flow, a file: digits.</summary>
    public static string NewObject() => RandomNumberGenerator.GetInt32(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetInt32(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture);

    public static string NewUserId(string country) => $"{country}.{NewObject()}";

    public static string NewHash() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(9));

    public static string NewCode(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);

    public static string NewCall() => "wacid." + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));

    /// <summary>A value without meaning, such as a token, a code or a handle.</summary>
    public static string NewOpaque(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).Replace('+', 'A').Replace('/', 'B').TrimEnd('=');
}
