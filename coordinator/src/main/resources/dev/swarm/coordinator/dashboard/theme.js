// Before anything is drawn, so that nobody sees the wrong theme flash by.
document.documentElement.dataset.theme = localStorage.getItem("swarm.theme") || "auto";
