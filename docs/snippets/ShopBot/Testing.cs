using ShopBot.Engine.Conversations;
using ShopBot.Testing;

namespace Snippets.ShopBot;

internal static class Testing
{
    public static async Task TestAsync()
    {
        #region transcript
        await Transcript.CheckAsync(Bot.Of(new GreeterFlow()), "Transcripts/greeting.txt");
        #endregion
    }
}
