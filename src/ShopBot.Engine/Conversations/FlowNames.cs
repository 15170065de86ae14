using System.Buffers;

namespace ShopBot.Engine.Conversations;

internal static class FlowNames
{
    public static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
}
