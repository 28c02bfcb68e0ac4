namespace Sending.Guardian.Tests.Support;

/// <summary>An Edge as its operator runs it.</summary>
internal sealed class EdgeProcess(DevnetFixture devnet, string name, params string[] flags) : ServiceProcess("Sending.Edge", devnet, name, flags);
