using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>Ids that look like the platform's and never repeat, not even after a restart.</summary>
internal static class MessageIds
{
    public static string NewMessage(string person)
    {
        var about = Encoding.ASCII.GetBytes(person);
        var bytes = new byte[about.Length + 20];
        bytes[0] = 0x1D;
        bytes[1] = 0x18;
        bytes[2] = (byte)about.Length;
        about.CopyTo(bytes, 3);
        RandomNumberGenerator.Fill(bytes.AsSpan(about.Length + 3));
        return "wamid." + Convert.ToBase64String(bytes);
    }

    public static string NewTrace() => "A" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(15)).Replace('+', 'x').Replace('/', 'y');

    public static string NewMedia() => RandomNumberGenerator.GetInt32(100_000_000, 999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetInt32(1_000_000, 9_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
