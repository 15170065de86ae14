using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>Keeps the data-protection key ring in the engine's own storage, so that one backup holds everything.</summary>
internal sealed class KeyRingRepository(IKeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.LoadKeyRing().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.AddToKeyRing(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
